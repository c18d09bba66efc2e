"""What a model was trained on: a count and the words around it come in, whether it is of that goes out."""

from __future__ import annotations

import re

from claimcheck.extract.cues import Cue
from claimcheck.extract.sentence import Sentence
from claimcheck.extract.values import Quantity

_OURS = re.compile(r"\b(?:our|we|my|filtered|cleaned|label+ed|annotated|generated|written|translated)\b", re.I)  # data that somebody made with a model
_WOULD = re.compile(r"\b(?:would|should|could|optimal)\b", re.I)  # "an optimal dataset would have been 200 billion tokens"
_TRAINING = Cue(r"\b(?:pre-?)?train(?:ed|ing)\b|\btraining (?:data|corpus|set|dataset)|\b(?P<set>data ?set|corpus)\b")
_USED = re.compile(  # tokens that users had answered are as many as those a model was trained on
    r"\b(?:process\w*|serv(?:e[sd]?|ing)|handl\w*|consum\w*|usage|traffic|users?|customers?|daily|weekly|monthly|per|OpenRouter|volume|budget|spen[dt]\w*|burn\w*"
    r"|generat\w+|cost\w*|pric\w+|bill\w*|week|month|day|year|context|ARR|routed?|queries|requests|demand|could|would)\b",
    re.I,
)
_SIZES = re.compile(r"\b\d{1,3}B\s(?:and|or)\s\d{1,3}B\smodels\b")  # of which each saw so many, not the last

_ON = re.compile(r"\btrained (?:from scratch )?on (?:only |just |about |around |roughly )?~?$", re.I)  # "trained on 7 billion tokens"
_SIFTED = re.compile(  # what became of the raw data: "reduced a 35 billion token dataset", "discarded 29 billion tokens"
    r"\b(?:discard(?:ed|ing)|remov(?:ed|ing)|reduc(?:ed|ing)|remaining|start(?:ed|ing) (?:with|from)|select(?:ed|ing)"
    r"|classif(?:ied|ying))\s(?:the\s|an?\s)?(?:remaining\s)?~?$",
    re.I,
)
_FURTHER = re.compile(r"\b(?:continu(?:ed|al|ing)|further|additional|fine-?tun\w+|mid-?train\w+)\b[^.;:]{0,24}$", re.I)  # "continued pre-training"
_BEATEN_WITH = re.compile(r"\b(?:outperform|beat|match|surpass|rival|exceed)\w*\s[^,;:]{2,40}\s(?:with|on)\s(?:just\s|only\s|its\s)?~?$", re.I)  # of who beats


def are_so_many(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a count of a trillion tokens or more, without a word for training, can only be of that ("36T tokens, 119 languages")."""
    counted = quantity.unit.startswith("token") or quantity.unit == "training"
    if quantity.value < 1e12 or not counted or _BEATEN_WITH.search(sentence.text, max(sentence.start, quantity.start - 70), quantity.start):
        return False
    if _USED.search(sentence.context.label_text) or (sentence.mentions and sentence.mentions[0].start > quantity.end):
        return False
    return not any(cue.search(sentence.text, sentence.start, sentence.end) for cue in (_USED, _OURS, _SIZES))


def is_of_training(sentence: Sentence, quantity: Quantity, before: str, after: str) -> bool:
    """Whether a count is of what a model was trained on, not of data that somebody made with one, or that would be best."""
    trained = _TRAINING.search(before[-70:] + " " + after[:50])
    if _SIFTED.search(before[-60:]):
        return False
    least = 1e9 if _ON.search(before) else 1e10
    if trained is None or quantity.value < least or _WOULD.search(before[-40:]) or _FURTHER.search(before[-50:]) or _BEATEN_WITH.search(before[-70:]):
        return False
    return not (trained["set"] and _OURS.search(sentence.text, sentence.start, sentence.end))
