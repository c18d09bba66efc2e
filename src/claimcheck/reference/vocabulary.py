"""The words that a model file may use, as plain tables; nothing comes in, every other file of this room reads them."""

from __future__ import annotations

from typing import Literal

Kind = Literal["count", "positive", "amount", "date", "word", "flag", "modalities", "ratio", "id"]

# In the order of reference/README.md: facts are sorted by it, people see them in it.
ATTRIBUTES: dict[str, Kind] = {
    "parameters": "count",
    "active_parameters": "count",
    "training_tokens": "count",
    "languages": "count",
    "context_window": "count",
    "input_limit": "count",
    "max_output_tokens": "count",
    "input_price": "positive",
    "output_price": "positive",
    "cached_input_price": "positive",
    "batch_input_price": "positive",
    "batch_output_price": "positive",
    "release_date": "date",
    "knowledge_cutoff": "date",
    "retirement_date": "date",
    "input_modality": "modalities",
    "output_modality": "modalities",
    "benchmark_score": "amount",
    "output_speed": "positive",
    "time_to_first_token": "positive",
    "developer": "word",
    "license": "word",
    "open_weights": "flag",
    "capability": "flag",
    "relative": "ratio",
    "successor_of": "id",
    "data_retention": "amount",
    "architecture": "word",
    "training_method": "word",
}
GRADES = ("primary", "mirror", "lineages", "quoted", "catalogue")  # best first
EVENTS = ("announced", "preview", "api", "general_availability", "app", "weights", "snapshot")
STANCES = ("asserted", "planned")
MODALITIES = ("text", "image", "audio", "video", "pdf")
CAPABILITIES = (
    "tool_calling",
    "structured_output",
    "fine_tuning",
    "reasoning",
    "streaming",
    "prompt_caching",
    "batch_api",
    "web_search",
    "code_execution",
    "computer_use",
)
# Catalogues copy these from one another, so their agreement proves nothing (README, "Only primary ...").
NEVER_LINEAGES = frozenset({"parameters", "active_parameters", "benchmark_score", "knowledge_cutoff", "retirement_date", "relative"})
# Fields that belong to one or two attributes only.
FIELD_OF: dict[str, tuple[str, ...]] = {
    "event": ("release_date",),
    "benchmark": ("benchmark_score",),
    "reported_by": ("benchmark_score",),
    "capability": ("capability",),
    "base": ("relative",),
    "other": ("relative",),
    "complete": ("input_modality", "output_modality"),
}
# Fields without which a fact of the attribute says nothing.
NEEDED: dict[str, tuple[str, ...]] = {
    "release_date": ("event",),
    "benchmark_score": ("benchmark",),
    "capability": ("capability",),
    "relative": ("base", "other"),
}
TOP_KEYS = ("name", "developer", "aliases", "members", "sources", "facts")
SOURCE_KEYS = ("url", "title", "published", "checked", "primary")
FACT_KEYS = (
    "attribute",
    "event",
    "benchmark",
    "capability",
    "base",
    "other",
    "value",
    "undisclosed",
    "complete",
    "since",
    "until",
    "snapshot",
    "scope",
    "reported_by",
    "stance",
    "grade",
    "sources",
    "note",
)
DATE_KEYS = frozenset({"since", "until", "published", "checked"})
