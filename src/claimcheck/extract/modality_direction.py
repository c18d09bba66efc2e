"""Which way words for kinds of input and output go: the words around them come in, input, output, both or nothing goes out."""

from __future__ import annotations

import re

from claimcheck.extract.modality_words import Enumeration

_OUTPUT_AFTER = re.compile(r"[\s-]?(?:and\s\w+\s)?(?:outputs?\b|gen(?:eration)?\b|synthesis\b|creation\b|responses?\b)", re.I)
_INPUT_VERB = re.compile(
    r"\b(?:accept(?:s|ing)?|handl(?:e|es|ing)|process(?:es|ing)?|analy[sz](?:e|es|ing)"
    r"|understand(?:s|ing)?|comprehend(?:s|ing)?|ingest(?:s|ing)?|interpret(?:s|ing)?|tak(?:e|es|ing)|support(?:s|ing|ed)?|"
    r"inputs?(?: tokens)?(?: across| spanning)?|(?:reason|think|work|operat)(?:e?s?|ing) (?:natively )?(?:with|about|over|across|through)"
    r"|(?:understand|see|interpret|view|read)s? and describe|captions?|captioning|(?:answers?|answering) questions about|spans|spanning"
    r"|(?:other|more|multiple|all|several|different|additional) modalities,? (?:such as|like|including)"
    r"|multi-?modal(?:ity)?(?:\s(?:inputs?|capabilities|support|analysis|processing|model|understanding|tasks|functionality|reasoning|features?|abilities|skills|data|content|queries))?|see(?:s|ing)?"
    r"|perceiv(?:e|es|ing)|transcribe text from"
    r"|looks? at|opens?|watch(?:es)?|hear(?:s|ing)?|listen(?:s|ing)? to|transcrib(?:e|es|ing)|(?<=tasks )combining"
    r"|(?:can|may) (?:upload|pass|send|attach|feed)|recogni[sz](?:e|es|ing)|extract\w* \w+ from|(?<=text )extraction from"
    r"|(?:process|understand|analy[sz])ing of|respond(?:s|ing)? to|inputs? of|including|focused on|in multimodal tasks|natively|reads?(?!\slike))\b"
    r"(?:\s(?:both|through|not only|native|all kinds of file formats such as|only|any|combination of|a mix of"
    r"|various|an?\s(?:wide\s|broad\s|vast\s)?(?:variety|range|array|mix|diversity)\sof|natural|multiple|multimodal|inputs?|data|formats?|like|such as"
    r"|charts and|information from|including|complex|(?:the\s)?user['’]s?|in|modalities|up to|your|live|raw|long|handwritten"
    r"|prompts(?: that (?:incorporate|contain|include|combine|mix))?|visual|primarily|imperfect"
    r"|text from|from|ranging from|with|documents(?=,?\s(?:and|or)\b)|standard"
    r"|uploaded|attached|scanned|entire|whole|full|high-res(?:olution)?|lengthy|multi-page|interleaved|(?:hours|combinations|an? (?:sequence|series|mix)) of"
    r"|(?:information|data|content) across|real-time|different|all|sorts of|kinds of|forms of|types of|large|users?|file|files|formats|and|for|code"
    r"|(?:up to\s)?(?:\d[\d.,]{0,12}|an?|one|two|several)\s(?:hours?|minutes?|seconds?|pages|frames|words)\sof)(?:,"
    r"|(?=\W))){0,8}[\s:(”\"]*$",
    re.I,
)
_OUTPUT_VERB = re.compile(
    r"\b(?:generat(?:e|es|ing)"
    r"|(?:allow|enabl|support|permit)(?:s|es|ed|ing)? (?:the )?generation of(?: (?:responses|content|outputs?|answers) (?:with|in|as|across))?"
    r"|produc(?:e|es|ing)|creat(?:e|es|ing)|outputs?(?:\s(?:is|are|can be|may be|include))?|give the output in"
    r"|(?:respond(?:s|ing)?|repl(?:y|ies|ying)|answers?) (?:with|in)(?:\san?)?|text-to)\b(?:\s(?:content|combining|responses|in|both|not only|any|native"
    r"|different|characters['’]?|high-quality|realistic|and edit|only|of|original|stunning|new"
    r"|combination)){0,4}[\s:(]*$",
    re.I,
)
_BOTH_VERBS = re.compile(
    r"\b(?:process|understand|accept|handl|analy[sz]|tak|perceiv|interpret)\w*\s(?:and|or|/)\s"
    r"(?:also\s)?(?:generat|produc|creat|output)\w*\s(?:both\s|native\s|content\s(?:across|in)\s)*$",
    re.I,
)
_CONFINED = re.compile(r"\b(?:limited|restricted|confined) to\s$", re.I)
_BOTH_WAYS = re.compile(
    r"\binputs? and outputs?(?:\smodalities)?:?,?\s(?:\(|(?:including|such as|like|across|spanning|in|of)\s(?:both\s)?)?$", re.I
)
_MAKES_AND_READS = re.compile(
    r"\b(?:generat|produc|creat)\w*\s(?:and|or|/)\s(?:also\s)?(?:process|understand|accept|handl|analy[sz]|interpret)\w*\s(?:both\s|native\s)*$", re.I
)
_OUTPUTS = re.compile(r"(?<!\band\s)\boutputs?,?\s(?:including|such as|like|spanning)\s(?:both\s)?$", re.I)
_ASKED = re.compile(r"(?:^|[.;|]\s?)\W*(?:(?P<in>inputs?)|outputs?):\s$", re.I)  # "Input: text. Output: text."
_WITHOUT = re.compile(r"\b(?:no|without|lacks|lacking|lack\sof)\s(?:native\s|built-in\s|direct\s)?$", re.I)
_QUALITY = (
    r"(?:(?:also|very|quite|really|especially|particularly)\s)?"
    r"(?:strong|good|excellent|solid|great|robust|reliable|impressive|native|included|built[\s-]in|supported)\b"
)
_IS_GOOD = re.compile(rf"[\s-](?:understanding|recognition|analysis|processing|input|support|capabilities|comprehension)\s(?:is|are)\s{_QUALITY}", re.I)
_NOUN_AFTER = re.compile(
    r"[\s-](?:generation tasks?|translation|summari[sz]ation|editing|completion|classification|calls?"
    r"|chats?|messages?|editor|length|accuracy|quality|style|embedding|"
    r"descriptions?|captions?|content\b(?! natively)|based|only|conversations?|interactions?|assistants?|agents?|mode\b"
    r"|understanding benchmark|reasoning|question|models?\b|window|barriers?|boundaries)",
    re.I,
)
_FEATURE_VERB = re.compile(
    r"\b(?:support(?:s|ed)?|features?|offers?|includes?|has|have|with|adds?|lacks?|provides?|uses"
    r"|(?:excel(?:s|ling)?|leads?|shines?) (?:in|at)|(?<!less )speciali[sz](?:es|ed|ing) (?:in|for)"
    r"|introduc(?:es|ed|ing)|added|brings?|brought|gain(?:s|ed)|got|gets|enabl(?:es|ed|ing)|boasts?|native|for|strong|advanced|state-of-the-art|enhanced|integrated|built-in|no"
    r"|capable of|combin(?:es|ing)|both)\b[^.;]{0,60}$",
    re.I,
)
BOTH_NOUNS = re.compile(r"\s(?:analysis|understanding|processing|recognition|inputs?)\s(?:and|&|/|as well as)\s(?:generation|creation|synthesis)\b", re.I)
_UNDERSTANDS = re.compile(
    r"[\s-]?(?:and (?:\w+ ){1,2})?(?:inputs?\b|understanding|processing|analysis|recognition|comprehension|interpretation|capabilit\w+|support"
    r"|abilit(?:y|ies)|prowess|skills)", re.I
)
_BRINGS_TOGETHER = re.compile(
    r"(?:^\W*combine|\b(?:covering|(?:integrat|fus|involv)(?:es?|ing)|combin(?:es|ing)|bring(?:s|ing)? together|blend(?:s|ing)?|speciali[sz](?:es?|ing) in"
    r"|(?:built|designed|made)\s(?:[\w-]{2,9}\s){0,4}for))"
    r"\s(?:both\s|(?:various|multiple|different|diverse|several)\s(?:data\s|input\s|media\s)?(?:types|formats|modalities|inputs|sources),?"
    r"\s(?:including|like|such as)\s)?$", re.I
)
_MADE_OF = re.compile(r"\b(?:generat|produc|creat|output)\w*\s(?:\w+\s)?combining\s$", re.I)
_OTHERS_TOO = re.compile(  # "can process whole books, long videos and code": the list begins with what is no modality
    r"\b(?:(?:process|handl|analy[sz]|understand|read|ingest|interpret|accept)(?:e|s|es|ing)?|(?:ingestion|processing|analysis) of)"
    r"\s(?:[\w-]{2,16}\s){0,3}[\w-]{2,16}"
    r"(?:,\s(?:[\w-]{2,16}\s){0,3}[\w-]{2,16})?(?:,|,?\s(?:and|or))\s(?:even\s)?(?:(?:long|entire|whole|hours of|complex|short|raw|uploaded)\s)?$", re.I
)
_ENDS = re.compile(r"(?:\s(?:files|inputs?|content|clips|recordings))?\s?(?:[.,;)]|$|\b(?:and|or|in|at|with|natively|directly)\b)")
_VISUAL = re.compile(r"\s(?:inputs?|data|information|content|material)\b", re.I)
# how an item begins
_FRESH = re.compile(
    r"[\s*–:✅❌-]*(?:(?:good|strong|excellent|great|solid|superior|robust|real-time|native|advanced|high-quality|built-in|full|improved"
    r"|enhanced|stronger|better|new|powerful|impressive|best-in-class|cutting-edge|high-resolution|high-res|multi-image|basic)\s)*",
    re.I,
)
_OWN = re.compile(  # "X's native vision", "its improved image"
    r"(?:['’]s|\bits)\s(?:(?:native|built-in|new|core|advanced|improved|enhanced|strong|impressive|superior|excellent|powerful|robust)\s){0,2}$", re.I
)
_SENT = re.compile(  # "images and PDFs can be sent along"
    r"\s(?:can|may)\s(?:also\s|all\s)?be\s(?:sent|uploaded|passed|attached|fed|processed|analy[sz]ed|understood|interpreted|given|submitted|included"
    r"|used\sas\sinputs?)\b", re.I
)
_CAN_READ = re.compile(
    r"\bcan\s(?:also\s|even\s|natively\s|both\s)?(?:see|analy[sz]e|read|process|understand|interpret|describe|watch|listen\sto|hear|take|accept)"
    r"\s(?:[\w\s]{1,30}(?:,|\sand|\sor)\s(?:and\s|or\s)?(?:see|analy[sz]e|read|process|understand|interpret|describe|watch|listen\sto|hear)\s){0,2}"
    r"(?:an?|your|any)\s(?:(?:short|long|whole|full|single|uploaded)\s)?$", re.I
)
_ONE_THING = re.compile(r"image|video|picture|photo|pdf", re.I)
_GOES_ON = re.compile(r"\s(?!(?:and|or|to|in|for|with|that|you|as|at|from|directly)\b)\w")  # "can read an image caption"
_IS_VISUAL = re.compile(r"\b(?:(?:is|are|as|being)\s(?:an?\s|the\s(?:first\s)?|both\s)?|['’]s\s(?:first|new|latest)\s)"
    r"(?:(?!(?:than|like|unlike|other|not|no|any|every|for|to|with|from|computer)\b)[\w-]{1,20},?\s){0,5}$", re.I)
_KINDS_OF = re.compile(  # "processes several kinds of input – text, images and sound –": the list behind the dash is what the verb before speaks of
    r"\b(?:modalit(?:y|ies)|(?:types?|forms?|kinds?)\sof\s(?:\w{3,12}\s)?(?:data|inputs?|information|media|content)|inputs?"
    r"|(?:data|inputs?|media|content)\s(?:types|formats|sources)|formats)(?:\s\w{4,20}ly){0,2}\s?(?:[–—:]|\s-)\s?(?:from\s|including\s)?$", re.I
)
_MULTIMODAL = re.compile(r"\b(?:multi|omni)-?modal(?:ity)?(?:\s[\w-]{4,14}){0,2}\s?(?:[–—:]|\s-)\s?$", re.I)  # "natively multimodal – text, images and sound"
_KINDS_READ = re.compile(
    r"\b(?:process|handl|understand|accept|analy[sz]|interpret|tak|support|comprehend|work|reason|perceiv)(?:s|es|ing|e)?\b[^.;:–—]{0,80}$", re.I
)
_KINDS_MADE = re.compile(r"\b(?:generat|produc|creat|output)(?:s|es|ing|e)?\b[^.;:–—]{0,60}$", re.I)
MAKES = re.compile(r"\b(?:produc|generat|return|giv|deliver)(?:es?|s|ing)\s(?:only\s)?$", re.I)
_ONLY = re.compile(r"[\s-](?:only|alone)\b(?!\s(?:in (?:many|most|some)|version|mode|API|prompt|file|form|copy)\b)", re.I)
# "1M context, native vision"
_VISION_ITEM = re.compile(r"(?:^\W*|[,+&(]\s?)(?:and\s)?(?:native|built-in|strong(?:er)?|excellent|better|improved|enhanced|advanced)\s$", re.I)
_ITEM = re.compile(r"(?:^|[,;:(–—]\s?|\sand\s)$")  # "fast, cheap, vision-capable"
_HAS_VISION = re.compile(
    r"\b(?:has|have|supports?|supporting|offers?|offering|with|without|adds?|gains?|lacks?|no|handles|handling|combin(?:es|ing)|unif(?:ies|ying)|merg(?:es|ing)"
    r"|cover(?:s|ing)|includes|integrates|(?:optimi[sz]ed|built|designed) for)\s(?:native\s|built-in\s|strong(?:er)?\s|better\s|improved\s)?"
    r"(?:[\w\s/-]{2,30},\s|[\w\s/-]{2,30}\s(?=and\s|or\s|but\s|plus\s)|text\s){0,5}(?:and\s|or\s|plus\s|but no\s)?(?:native\s|built-in\s|multimodal\s)?$",
    re.I,
)


def behind_dash(before: str) -> str | None:
    """The direction of a list behind a dash, by the verb before the dash: "handles many types of input – text, images and sound"."""
    if _MULTIMODAL.search(before):
        return "input_modality"
    kinds = _KINDS_OF.search(before)
    if kinds is None:
        return None
    read, made = _KINDS_READ.search(before, 0, kinds.start()), _KINDS_MADE.search(before, 0, kinds.start())
    if read and made:
        return "both"
    return "input_modality" if read else "output_modality" if made else None


def stated_direction(before: str, after: str) -> str | None:
    """The direction where the sentence says it outright: "image input", "accepts and generates text"."""
    if re.match(r"[\s-]?inputs? (?:and|/|&) outputs?", after, re.I):
        return "both"
    if re.match(r"[\s-]?inputs?\b", after, re.I):
        return "input_modality"
    if re.match(r"[\s-]?outputs?\b", after, re.I):
        return "output_modality"
    if re.match(r"\s?I/O\b|[\s-]uploads?\b", after, re.I) or _SENT.match(after):
        return "input_modality"
    if re.match(r"\s(?:(?:are|is|all)\s){0,2}(?:processed|understood|analy[sz]ed|accepted) (?:together|natively|jointly|at once|in one)\b", after, re.I):
        return "input_modality"
    if _BOTH_VERBS.search(before) or _BOTH_WAYS.search(before):
        return "both"
    if _OUTPUTS.search(before):
        return "output_modality"
    asked = _ASKED.search(before)
    if asked:
        return "input_modality" if asked["in"] else "output_modality"
    if _MAKES_AND_READS.search(before):
        return "both"
    if re.match(r"[\s-]in\b(?=[\s,;/]{1,3}(?:and\s)?[\w\s]{3,24}[\s-]out\b)", after):
        return "input_modality"
    if re.match(r"[\s-]out\b", after) and re.search(r"[\s-]in\b[\s,;/]{1,3}(?:and\s)?$", before):
        return "output_modality"
    if re.search(r"\b(?:process|understand|handl|accept|support|analy[sz])\w*\snot only\s$", before, re.I):
        return "input_modality"
    return None


def direction_by_wording(words: str, run: Enumeration, before: str, after: str) -> str | None:
    """The direction by the verb before the words and the noun after them; none where they only name a task."""
    only_text = all(word == "text" for word, _, _ in run.words)
    if only_text and len(run.words) == 1:
        return _text_alone(before, after)
    if BOTH_NOUNS.match(after):
        return "both"
    if re.fullmatch(r"vision", words, re.I) and _has_vision(before, after):
        return "input_modality"
    if re.match(r"visual", words, re.I) and len(run.words) == 1 and not _VISUAL.match(after):
        return None
    if not only_text and _CONFINED.search(before):
        return None if re.search(r"\boutput|\bgenerat", before, re.I) else "input_modality"
    if _IS_GOOD.match(after) or (_ONE_THING.fullmatch(words) and _CAN_READ.search(before) and not _GOES_ON.match(after)):
        return "input_modality"
    if not only_text and _WITHOUT.search(before) and re.match(r"\s?(?:[.,;)]|$|(?:/multi-?modal\s)?(?:support|inputs?)\b)", after):
        return "input_modality"
    if len(run.words) > 1 and re.match(r"[\s-]only\b", after) and re.search(r"\b(?:is|are|remains?)\s(?:(?:currently|still)\s)?$", before):
        return "input_modality"
    if re.match(r"[\s-]?(?:generation|understanding|recognition|processing|synthesis)\s?(?:is|means|refers|reached|reaches|became|becomes)\b", after, re.I):
        return None
    if _OUTPUT_AFTER.match(after):
        return "output_modality" if not only_text and _claims_feature(before) else None
    if re.search(r"\b(?:content|text|captions?|descriptions?|responses?|answers?)\s(?:based on|from)\s(?:[\w-]+\s)?$", before, re.I):
        return "input_modality"
    if len(run.words) > 1 and _BRINGS_TOGETHER.search(before) and not _MADE_OF.search(before):
        return "input_modality"
    output_verb, input_verb = _OUTPUT_VERB.search(before), _INPUT_VERB.search(before)
    if output_verb and (not input_verb or output_verb.start() > input_verb.start()):
        return "output_modality" if len(run.words) > 1 or not _NOUN_AFTER.match(after) else None
    if _NOUN_AFTER.match(after):
        return None
    if input_verb:
        return "input_modality"
    if not only_text and _OTHERS_TOO.search(before) and _ENDS.match(after):
        return "input_modality"
    if _UNDERSTANDS.match(after) and _claims_feature(before):
        return "input_modality"
    return None


def _has_vision(before: str, after: str) -> bool:
    """Whether the one word "vision" is what a model has or is: "with native vision", "is a vision model", "fast, vision-capable"."""
    if _HAS_VISION.search(before) and not re.match(r"\s(?!capabilit|support|input|and\b|but\b|or\b|in the\b)\w", after):
        return True
    if _VISION_ITEM.search(before) and re.match(r"\s?(?:[.,;+)]|$)", after):
        return True
    if re.match(r"[\s-](?:language[\s-])?(?:multi-?modal\s)?models?\b|-(?:capable|enabled)\b", after) and _IS_VISUAL.search(before):
        return True
    return re.match(r"-(?:capable|enabled)\s?(?:[.,;|)–—]|$)", after) is not None and _ITEM.search(before) is not None


def _text_alone(before: str, after: str) -> str | None:
    """The direction of the one word "text", which counts only where it says "and nothing else", or ticks a feature."""
    if _CONFINED.search(before):
        return "output_modality" if re.search(r"\boutput", before, re.I) else "input_modality"
    if _ONLY.match(after) or re.search(r"\bonly\s$", before, re.I):
        if _OUTPUT_VERB.search(before):
            return "output_modality"
        if not before.strip(" *-") and re.match(r"-only\s?(?:[.,;]|$)", after):
            return "input_modality"
        return "input_modality" if _INPUT_VERB.search(before) or re.search(r"\b(?:is|was|are|remains?|an?|the|still)\s$|[,;(]\s$", before, re.I) else None
    if re.match(r"[\s-]outputs?\b(?!\s(?:tokens?\b|length|limit|quality|speed|pric|cost|window|cap\b|size))", after, re.I) and MAKES.search(before):
        return "output_modality"
    ticked = re.fullmatch(r"[\s*]*[✅✔✓☑][\s*]*(?:native\s)?", before, re.I)
    return "input_modality" if ticked and re.match(r"\s(?:processing|understanding)\b", after) else None


def _claims_feature(before: str) -> bool:
    return bool(_FEATURE_VERB.search(before)) or _FRESH.fullmatch(before) is not None or _OWN.search(before) is not None
