"""Who has what stands behind the name of a beaten model: a sentence and a value come in, whether the value is the winner's goes out."""

from __future__ import annotations

import re

from claimcheck.extract.sentence import Sentence, is_object
from claimcheck.extract.values import Mention

_BEATS = re.compile(  # "X outperforms Y with a score of 83", "X beats Y and Z at 83%": what follows is how X does it
    r"\b(?:outperform|surpass|exceed|outscor|outclass|outshin|outpac|outdo|overtak|beat|best(?=s|ed)|top(?=s|ped|ping)|edg(?=es|ed|ing)|crush|dominat|trounc|eclips"
    r"|lead(?=s|ing)|trail|rival|undercut|dethron)\w*\s(?:[^.;:()]|\.(?=\d)){0,80}$",
    re.I,
)
_HOW = re.compile(r",?\s(?:with|at|by\s(?:scor|achiev|reach|hitt|offer)ing)\s", re.I)


def is_how_won(sentence: Sentence, mention: Mention, start: int) -> bool:
    """Whether the value behind a model that is beaten is the winner's: "X outperforms Y with 83%", but not "X gets 83%, beating Y with 80%"."""
    text = sentence.text
    if not _HOW.match(text, mention.end, start) or not is_object(sentence, mention):
        return False
    if not _BEATS.search(text, max(sentence.start, mention.start - 100), mention.start):
        return False
    kind = next((q.kind for q in sentence.quantities if q.start == start), None)
    others = [q for q in sentence.quantities if q.kind == kind and q.start != start]
    each = any(q.end <= mention.start or any(start < m.start < q.start for m in sentence.mentions) for q in others)
    winner = sentence.points_back() or any(m.end <= mention.start and not is_object(sentence, m) for m in sentence.mentions)
    return winner and not each
