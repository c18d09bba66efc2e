"""Yes and no in the cell of a table or after a label: a text comes in, the answer with its offsets goes out."""

from __future__ import annotations

import re

YES = re.compile(
    r"\s*(?:✅|✔|✓|☑|\byes\b|\bfull(?:y)?\b|\bsupported\b|\bavailable\b|\bnative\b|\bbuilt-in\b|\benhanced\b|\bimproved\b|\bOpenAI-compatible\b|\btrue\b)", re.I
)
NO = re.compile(r"\s*(?:❌|✗|✘|✖|\bno\b|\bnot\b|\bnone\b|\bfalse\b|\bunsupported\b|\bn/a\b)", re.I)
_UNTOLD = re.compile(
    r"\s*(?:not\s(?:(?:yet|publicly|officially|explicitly|currently|been|separately|clearly|directly)\s){0,3}(?:specified|disclosed|applicable|mentioned|stated"
    r"|published|known|reported|listed|given|tested|detailed|provided|announced|documented|confirmed|released|found|shared|revealed|clear|evaluated|measured|verified"
    r"|relevant|advertised|sure)\b|(?:no|none)\s(?:(?:public|official|published|further)\s)?(?:data|info\w*|details?|figures?|specified|disclosed|reported|listed|given"
    r"|published|known|mentioned)\b)",
    re.I,
)


_NO_SUCH = re.compile(r"\s*no\s(?:native|built-in|direct|real|official|full)\s(?!support)[a-z]", re.I)  # "No native video": of something else than the row
_BY_PRODUCT = re.compile(  # "✅ DALL-E 3", "✅ Via Imagen": an app has it by another model
    r"[\W_]*(?:yes\b)?\W{0,4}(?:(?:via|with|through|using|by|built-in)\s)?(?:the\s)?"
    r"(?:DALL|Imagen\b|Sora\b|Veo\b|Nano Banana|Midjourney|Code Interpreter|GPT Image|gpt-image|Flux\b|Lyria|Voice Mode|Advanced Voice)",
    re.I,
)


_GRADE = re.compile(
    r"[\s*]*(?P<word>(?:very\s)?(?:excellent|good|great|strong|outstanding|best|robust|reliable|mature|solid|advanced))\s?(?=[—–,;(]|-\s|\s-|[*\s]*$)", re.I
)


_DISCOUNT = re.compile(r"[\s*]*(?P<word>(?:up to\s|~)?\d{1,2}\s?%\s(?:off|discounts?|savings?|cheaper|reduction)|(?:automatic|implicit|explicit)\b)", re.I)


def discounted(text: str) -> tuple[bool, int, int] | None:
    """Yes with the offsets of the words, where a cell under "Batch API" or "Prompt caching" tells the discount, or that it comes by itself."""
    match = _DISCOUNT.match(text)
    return (True, *match.span("word")) if match else None


def graded(text: str) -> tuple[bool, int, int] | None:
    """Yes with the offsets of the word, where a cell says how well something works ("Excellent, many users"); None for all else."""
    match = _GRADE.match(text)
    return (True, *match.span("word")) if match else None


def answer(text: str) -> tuple[bool, int, int] | None:
    """Yes or no of a cell with the offsets of the answering words, None when the cell answers neither."""
    no, yes = NO.match(text), YES.match(text)
    match = no or yes
    if match is None or (yes and _BY_PRODUCT.match(text)) or (no and (_UNTOLD.match(text) or _NO_SUCH.match(text))):
        return None
    start = match.start() + len(match.group()) - len(match.group().lstrip())
    end = match.end()
    if no and re.match(r"\s(?:not )?supported", text[end:], re.I):
        end = len(text.rstrip())
    return (match is yes and no is None, start, end)
