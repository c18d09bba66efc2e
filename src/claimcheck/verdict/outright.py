"""Whether a kind of input or output is said outright of a model: an accusing claim comes in, True or False goes out.

"Image" near a name is often what a product, a tool or another model does. Only a list of kinds ("text, image and audio"), a verb right
behind the model ("X accepts video"), or words about inputs and outputs say it of the model itself.
"""

from __future__ import annotations

import re

from claimcheck.terms import Article, Claim

_SENTENCE = 240  # characters before and behind
_KIND = r"(?:text|images?|pictures?|photos?|vision|visuals?|audio|speech|voice|sounds?|videos?|pdfs?|documents?|code)"
_LIST_BEFORE = re.compile(rf"\b{_KIND}\b[\s*_`]{{0,3}}(?:,|/|&|\+|\||\band\b|\bor\b|\bplus\b|\bto\b)[\s*_`,]{{0,4}}(?:(?:and|or|even|also|native)\s)?$", re.I)
_LIST_BEHIND = re.compile(rf"[\s*_`]{{0,3}}(?:,|/|&|\+|\||\band\b|\bor\b|\bplus\b)[\s*_`,]{{0,4}}(?:(?:and|or|even|also|native)\s)?{_KIND}\b", re.I)
_ASKS = re.compile(r"modalit|multi-?modal|\binputs?\b|\boutputs?\b", re.I)
_VERB = (
    r"(?:(?:natively|also|even|directly|fully|now)\s)?(?:supports?|accepts?|handles?|process(?:es|ing)?|understand(?:s|ing)?|analy[sz](?:es?|ing)|takes?"
    r"|reads?|sees?|hears?|watch(?:es)?|interprets?|generates?|generating|produces?|creates?|outputs?|speaks?|offers?|has|have|includes?|adds?)"
)
_SAYS = re.compile(rf"\b(?:it|they|(?:the|this|both|these) models?)\s(?:can\s|could\s|will\s)?{_VERB}\s(?:[\w-]+\s){{0,3}}$", re.I)
_BEHIND_NAME = re.compile(rf"^[\w.-]{{0,12}}[\s*_`]{{1,4}}(?:can\s|could\s|will\s)?{_VERB}\s(?:[\w-]+\s){{0,3}}$", re.I)
_ABLE = re.compile(rf"(?:^|[.,:;•*–—-]\s{{0,2}}[*_]{{0,2}}){_VERB}\s(?:[\w-]+\s){{0,3}}$", re.I)  # "- Understands images"
_NATIVE = re.compile(rf"\bnative\s$|\b(?:ability to|able to|capable of)\s(?:{_VERB}|generate|process|handle|accept|hear)\s(?:[\w-]+\s){{0,3}}$", re.I)
_TOOL = re.compile(r"\b(?:DALL|Sora\b|ChatGPT\b|Canvas\b|plug-?ins?\b|integrat\w+|apps?\b|agents?\b|Whisper\b|TTS\b|Imagen\b|Veo\b)", re.I)


def outright(claim: Claim, article: Article) -> bool:
    """Whether the words around a modality claim say it of its model and of nothing else."""
    text = article.text
    before = re.split(r"[.!?]\s|\n", text[max(0, claim.start - _SENTENCE) : claim.start])[-1]
    behind = re.split(r"[.!?]\s|\n", text[claim.end : claim.end + _SENTENCE])[0]
    if _in_table(claim, article) or _LIST_BEFORE.search(before) or _LIST_BEHIND.match(behind) or _ASKS.search(before + text[claim.start : claim.end] + behind):
        return True
    if _TOOL.search(before) or _TOOL.search(behind):
        return False
    if _SAYS.search(before) or _ABLE.search(before) or _NATIVE.search(before):
        return True
    name = claim.subject.mention.lower()
    at = before.lower().rfind(name) if name else -1
    return at >= 0 and _BEHIND_NAME.match(before[at + len(name) :]) is not None


def _in_table(claim: Claim, article: Article) -> bool:
    return any(block.kind == "cell" and block.start <= claim.start < block.end for block in article.blocks)
