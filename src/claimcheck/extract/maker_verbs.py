"""What may stand between a maker and the name of its model that follows ("released its new model"): expressions, which developers are read by."""

from __future__ import annotations

import re

_WHEN = (  # "OpenAI on Tuesday released X", "Meta just last week announced X"
    r"(?:\s(?:just\s|only\s)?(?:(?:on|in)\s[A-Z][a-z]{2,8}(?:\s\d{1,2})?(?:,?\s\d{4})?|(?:earlier\s)?(?:this|last|late\slast)\s(?:week|month|year|fall|spring"
    r"|summer|winter|autumn)|earlier\stoday|yesterday),?)?"
)
_RELEASES = (
    r"(?:(?:['’]s\s(?:[\w-]{1,20}\s){0,2}|\s(?:AI\s|research\s)?)(?:team|lab|division|unit|researchers))?" + _WHEN + r"\s?"
    r"(?:\([^()]{0,30}\)\s?|,\s(?!(?:which|whose|unlike|and|but)\b)[^.,;:()]{3,60}(?=,))?,?\s?"
    r"(?:(?:has|have|had|also|just|then|first|now|today|is|was|(?!essential|basical|effective|reported|alleged|near)[a-z]{3,14}ly)\s){0,3}(?:releas(?:ed?|es|ing)"
    r"|launch(?:ed|es|ing)|introduc(?:ed|es|ing)|unveil(?:ed|s|ing)|announc(?:ed|es|ing)|developed|preview(?:ed|s)|creat(?:ed|es)|published"
    r"|open-?sourced|(?:put|came|brought|rolled) out(?: with)?|showed off|presented|designed"
    r"|built|makes|debuted|dropp?(?:ed|s)"
    r"|(?:countered|responded|answered|followed(?: up)?(?:\son\s[A-Z][a-z]{2,8}\s\d{1,2})?|hit back|struck back) with"
    r"|(?P<offers>offers|positioned)|shipped"
    r"|(?:will|plans to|is set to|is expected to|is about to)\s"
    r"(?:(?:soon|also|later|reportedly)\s){0,2}(?:release|launch|introduce|unveil|announce|open-source))\s"
)
MAKES = re.compile(
    _RELEASES + r"(?:(?:two|three|four|multiple|several|various|both|its|their|the|an?|new|brand-new"
    r"|newest|latest|updated|upgraded|improved|refreshed|models?|open-?sourced?|open-weight|flagship|that|are|generating|lot|of|interest:"
    r"|most|advanced|powerful|groundbreaking|revolutionary|innovative|cutting-edge|state-of-the-art|next-generation|ai|language|series|model,|next|generation|family|first"
    r"|versions?(?! of (?!its\b|their\b))|(?:another|a|new)\s(?:variant|edition)|iterations?"
    r"|large|small|reasoning|multimodal|LLM|release|launch|of)[,:\s]+){0,14}[“\"‘']?",
    re.I,
)
# "held its first fair, unveiling its new model, X"
IN_PASSING = re.compile(
    r"[^.;:]{2,90},\s(?:releasing|launching|introducing|unveiling|announcing|presenting)\s(?:its|their)\s(?:[\w-]{1,20},?\s){1,6}[“\"‘']?", re.I
)
# "launched three models made for coders: A, B and C", "put out a new small model called A": a noun for models right before the names.
MAKES_KIND = re.compile(
    _RELEASES + r"(?:(?!(?:support|access|service|tools?|features?|papers?|reports?|app|against|than|like|built|based|powered|using|via|on|about|comparing"
    r"|results?|partnership|rivals?|alternatives?|competitors?|integration|pricing|plans?|API|for|to)\b)[\w.’'-]{1,20},?\s){0,9}?"
    r"(?:models?|LLMs?|famil(?:y|ies)|series|flagship|generation|line-?up|release|version)(?:\s\([^()]{1,12}\))?(?:\s(?:yet|so far|to date|ever))?"
    r"(?:(?:\s(?:specifically\s)?(?:for|aimed at|built for|designed for|made for)\s(?:[\w-]{1,20}\s){0,4}?[\w-]{1,20})?(?:,|:|\s[-–—])"
    r"|\s(?:called|named|dubbed|known as))?"
    r"\s?[(“\"‘']?",
    re.I,
)
