"""Whose weights are to be had: a sentence comes in, "the weights of X are public" and "download the weights of X" go out as readings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.extract.cues import Cue
from claimcheck.extract.phrases import negated
from claimcheck.extract.readings import Reading
from claimcheck.extract.sentence import Sentence, coordinated_forward
from claimcheck.extract.statements import only_supposed

# "download the weights of X", "the weights of X are freely available", "made the weights of X public"
_WEIGHTS_OF = Cue(
    r"(?P<words>(?:\b(?P<verb>download(?:ed|ing)?|releas(?:ed?|ing)|publish(?:ed|ing)?|opened|opening|made|make|shared?)\s)?the\s(?:full\s"
    r"|model\s)?weights)\s(?:of|for)\s",
)
_FREE = re.compile(
    r"\s(?:(?:are|is|were|have been)\s)?(?:(?:now|all|also|freely|openly|publicly)\s)?(?P<free>available|public|free|downloadable|open"
    r"|on hugging face)\b",
    re.I,
)


def weights_of(sentence: Sentence) -> Iterator[Reading]:
    """ "You can download the weights of X", "the weights of X are public"; that a vendor has not released them says the contrary."""
    text = sentence.text
    for match in _WEIGHTS_OF.within(sentence):
        mention = next((m for m in sentence.mentions if 0 <= m.start - match.end() <= 12), None)
        if mention is None:
            continue
        free = _FREE.match(text, mention.end, sentence.end)
        begin, _ = sentence.clause(match.start())
        denied = negated(text, begin, match.start("words") + 4)
        told = match["verb"] and match["verb"].lower() not in {"made", "make"}
        if not only_supposed(sentence, begin, match.start()) and (free or told):
            start, end = match.span("words")
            yield Reading(attribute="open_weights", value=not denied, start=start, end=end, targets=coordinated_forward(sentence, mention))
