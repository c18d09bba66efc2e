"""What a block takes over from around it: headings, parent items and lead-in lines come in, a Context goes out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from claimcheck.attributes import ALL
from claimcheck.extract.cues import Cue, Cues
from claimcheck.extract.values import Mention, Target


class Context:
    """The subjects, topics and benchmark that hold for a block unless its own words say otherwise.

    `subjects` are the models that the block speaks of; `group` the models last named together ("both models"); `pair`
    the two or more models that the article compares; `topics` names of attributes; `stance` of the section;
    `trail` the subjects of the section so far; `leads` the models that lines before lists, or headings, bring in one by one;
    `fixed` when a table or label settles the subject; `strong`
    when a heading, label or parent item names it; `per_thousand` when prices above are per 1K tokens;
    `host` who serves the models that the heading, row or column speaks of, where it is not their developer.
    `priced` when the text says that plain numbers are dollars per million tokens ("All prices in USD per 1M tokens");
    `published` the day of the article, before which days without a year lie;
    `just_named` the models of the last sentence of this block that named any, subjects or not;
    `block_trail` the subjects of this block so far, each where it was last one;
    `wanting` when a label or heading says that what follows is not had ("Not supported");
    `timed_whole` when the article tells how long whole answers take ("total latency"), so that "latency" alone may be that;
    `benchmarks` the several that the head of a table's row or column names ("MMLU / GPQA");
    `tier` what prompts, or what edition, the prices of a row or section are for ("X (>200K tokens)", "X (batch)");
    `uses` when a label, heading or lead-in line says that what follows is what one may use a model for ("Best for:");
    `maker` the vendor that a heading or lead-in line without a model names first ("OpenAI costs:");
    `wins` when a table's column names the one subject the winner over the other of `group`.
    A context keeps only what differs from what is written here, since most say little and each is made from another.
    """

    subjects: tuple[Target, ...] = ()
    group: tuple[Target, ...] = ()
    topics: tuple[str, ...] = ()
    benchmark: str | None = None
    benchmarks: tuple[str, ...] = ()
    stance: str = "asserted"
    main: Target | None = None
    article_main: Target | None = None
    versus: Target | None = None
    label_text: str = ""
    third_party: bool = False
    weak_subjects: bool = False
    article_models: tuple[Target, ...] = ()
    per_thousand: bool = False
    last_benchmark: str | None = None
    strong: bool = False
    trail: tuple[Target, ...] = ()
    section_trail: tuple[Target, ...] = ()
    leads: tuple[Target, ...] = ()
    fixed: bool = False
    host: str | None = None
    priced: bool = False
    published: str | None = None
    just_named: tuple[Target, ...] = ()
    block_trail: tuple[Target, ...] = ()
    wanting: bool = False
    timed_whole: bool = False
    wins: bool = False
    uses: bool = False
    tier: str | None = None
    maker: str | None = None

    def __init__(self, **said: object) -> None:
        self.__dict__ = said

    def with_(self, **changes: object) -> Context:
        """A copy with some fields changed."""
        return Context(**{**self.__dict__, **changes})


class Topics:
    """Reads the topics of labels, headers and headings by the attributes' `label` patterns; a table's are asked for at every cell."""

    def __init__(self) -> None:
        labels = {name: a.label for name, a in ALL.items() if a.label}
        self._names, self._cues = list(labels), Cues(map(Cue, labels.values()))
        self.of = lru_cache(1024)(self._of)

    def _of(self, text: str) -> tuple[str, ...]:
        """Names of the attributes that a label is about; price labels give only price attributes."""
        text = _plain(text)
        found = self._named(text)
        if PRICE_LABEL.search(text) and not _RATED.search(text):
            return _price_topics(found, text)
        if _CACHE_MISS.fullmatch(text):
            return ("input_price",)
        if re.search(r"\bbatch\b|\bcach", text, re.I):
            return ("capability",)
        if "context_window" in found and "max_output_tokens" in found and not re.search(r"/|&|\band\b", text):
            found.remove("max_output_tokens" if re.search(r"\bcontext\b(?<!output context)|\binput\b", text, re.I) else "context_window")
        drop = {"input_price", "output_price", "cached_input_price", "batch_input_price", "batch_output_price"}
        if {"context_window", "max_output_tokens"} & set(found):
            drop |= {"input_modality", "output_modality"}
        if "active_parameters" in found and not re.search(r"\btotal\b|/(?!\s?(?:tok(?:en)?|forward|pass|step|query)\b)", text, re.I):
            drop.add("parameters")
        elif "active_parameters" in found and "parameters" not in found:
            drop.add("active_parameters")
        if "parameters" in found and "context_window" in found:
            drop.add("parameters")
        return tuple(name for name in found if name not in drop)

    def within(self, text: str, inherited: Sequence[str]) -> tuple[str, ...]:
        """Topics of a label under other topics: "Input" below "Pricing" is the input price."""
        if not any(topic.endswith("price") for topic in inherited):
            return self.of(text)
        if len(inherited) == 1 and _BARE_PRICE.fullmatch(text):  # the heading says which: "Input prices"
            return tuple(inherited)
        text = _plain(text)
        if _BATCH_SIDE.fullmatch(text):
            return tuple(n for n, word in (("batch_input_price", "in"), ("batch_output_price", "out")) if word in text.lower()) or (
                "batch_input_price",
                "batch_output_price",
            )
        if _SIDE.fullmatch(text) and not re.search(r"\(\s?(?:in\s)?(?:[KM]\s?)?tokens?\s?\)", text, re.I):
            return _price_topics(self._named(text), text)
        return self.of(text)

    def _named(self, text: str) -> list[str]:
        return [self._names[index] for index in self._cues.in_text(text)]


PRICE_LABEL = Cue(
    r"\bpric\w*|\bcosts?\b|(?<!positive )(?<!negative )(?<!success )(?<!error )(?<!refusal )(?<!pass )(?<!win )(?<! fp )(?<! fn )\brates?\b"
    r"|\$|\bper\s(?:1\s?)?(?:m|million|k|mtok|1,000|thousand)\b|\busd\b"
    r"|/\s?1?m(?:tok)?\b|\bapi fees?\b|\bfees\b"
)
PRICED = Cue(r"(?:\b(?:dollars|USD)|(?:\bUS)?\$)(?:\s\((?:USD|US\$|\$)\))?\s?(?:per\b|/|for\b|a\b)\s?(?:(?:1|one|each|a)\s?)?(?:M\b|million\b|MTok)")
TIMED_WHOLE = Cue(r"\btotal (?:latency|response time|generation time)\b|\b(?:latency|response time) \(total\)|\d\s?(?:ms|s|seconds) total\b")
PER_THOUSAND = Cue(r"(?:\bper|/)\s?(?:1\s?k|1,000|1000|thousand)\b")


_RATED = re.compile(  # a mark for what the money is worth, and no price: "Cost-Performance Ratio", "Price score"
    r"\b(?:cost|price)s?[\s/-]{1,3}(?:(?:to|and|per|vs\.?)[\s-])?(?:performance|quality|benefit|value|efficiency|effectiveness|competitiveness)\b(?!\s?\()"
    r"|\b(?:cost|price|pricing)\s(?:score|rank(?:ing)?|rating|index|grade|stars?|ratio)\b", re.I
)
_BARE_PRICE = re.compile(
    r"\W*(?:(?:api|list|token)\s)?(?:prices?|pricing|costs?|rates?)(?:\s?\(?(?:in\s)?(?:\$|USD)\)?)?"
    r"(?:\s?[(/]?\s?(?:per\s)?(?:1\s?)?M(?:Tok|\stokens|illion(?:\stokens)?)?\)?)?\W*",
    re.I,
)
_SIDE = re.compile(
    r"\W*(?:cached?\s)?"
    r"(?:(?:batch\s)?(?:text\s)?(?:(?:input|output|prompt|completion)s?|in|out)(?:\stokens?)?(?:\s\(?cached\)?)?"
    r"|cach\w+(?:\s\w+)?)(?:\s?[(/].*)?\W*",
    re.I,
)
_BATCH_SIDE = re.compile(r"\W*batch\w*(?:\sapi)?(?:\s?\(?\s?(?:in(?:put)?|out(?:put)?)(?:\s?/\s?out(?:put)?)?\)?)?\W*", re.I)


_BASE = re.compile(r"^\W*(?:base|standard|regular|normal|list)\s(?=(?:input|output|prompt|completion)s?\b)", re.I)
_IN_BATCHES = re.compile(
    r"^\W*(?P<side>(?:input|output)s?)(?:\stokens?|\spric\w+)?\s(?:\(|(?:with|via|using|in|through)\s(?:the\s)?)batch(?:es|ing)?(?:\sAPI|\smode)?\)?\W*$", re.I
)


def _plain(label: str) -> str:
    """A label in its plainest words: "Base Input Tokens" is the input, "Input with Batch API*" the batch input."""
    label = _BASE.sub("", label.replace("_", " "))
    batch = _IN_BATCHES.match(label)
    return f"batch {batch['side']}" if batch else label


_CACHE_MISS = re.compile(r"\W*(?:input\W*)?(?:cach\w*[\s-]miss\w*|un-?cached|non-cached)(?:\s(?:input|tokens?))*\W*", re.I)


def _price_topics(found: Sequence[str], text: str) -> tuple[str, ...]:
    if _CACHE_MISS.fullmatch(text):
        return ("input_price",)
    if "cached_input_price" in found:
        return ("cached_input_price",)
    if "batch_input_price" in found:
        return tuple(n for n, word in (("batch_input_price", "in"), ("batch_output_price", "out")) if word in text.lower()) or ("batch_input_price",)
    both = [name for name in ("input_price", "output_price") if name in found]
    if not both:
        both = [
            name
            for name, word in (("input_price", "in"), ("output_price", "out"))
            if re.search(rf"\b{word}\b(?!\s(?!per\b|prices?\b|costs?\b|tokens?\b)[a-z])", text, re.I)
        ]
    if len(both) == 2 and text.lower().find("output") < text.lower().find("input"):
        both.reverse()
    return tuple(both) or ("price",)


def distinct(mentions: Sequence[Mention]) -> tuple[Target, ...]:
    """The targets of mentions, each once, in order."""
    if len(mentions) < 2:
        return tuple(mention.target for mention in mentions)
    seen: dict[str, Target] = {}
    for mention in mentions:
        seen.setdefault(mention.target.name.lower(), mention.target)
    return tuple(seen.values())
