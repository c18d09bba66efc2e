"""What a catalogue has that the reference lacks: an audit comes in, TOML to review goes out. Nothing is ever overwritten.

A model that we lack becomes a file of its own; a changed price becomes a dated fact to add to the file of its model, with
a comment that says which fact it would end. Everything is graded "catalogue", so it can refute nothing until a person has
held it against a better source. The file names are those of the reference, so that a folder of proposals can be used as
it is (`--reference DIR`) and copied file by file.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from claimcheck.errors import UsageError
from claimcheck.reference.audit import Audit, Difference
from claimcheck.reference.catalogues import Quote, Row
from claimcheck.reference.load import Reference
from claimcheck.reference.names import key
from claimcheck.reference.writer import write
from claimcheck.terms import Fact

_SOURCES = {
    "models.dev": ("https://models.dev/api.json", "models.dev"),
    "LiteLLM": ("https://github.com/BerriAI/litellm/blob/main/model_prices_and_context_window.json", "LiteLLM model prices"),
    "genai-prices": ("https://github.com/pydantic/genai-prices", "genai-prices"),
}
_CHANGED = ("ours stale", "unexplained")
_SKIP = re.compile(r"latest|embed|image|tts|audio|realtime|transcribe|whisper|moderation|veo|imagen|ft:")


def proposals(reference: Reference, found: Audit, *, checked: str) -> dict[str, str]:
    """Proposed files by id ("openai/gpt-7"): new models whole, known models with the facts to add. Sorted by id."""
    files: dict[str, str] = {}
    taken = set(reference.name_keys()) | set(reference.snapshot_keys())
    for row in found.unknown:
        id, name = f"{row.developer}/{_file(row.id)}", row.name or row.id.rsplit("/", 1)[-1]
        if not row.quotes:
            continue
        if {key(name), key(row.id)}.isdisjoint(taken) and id not in reference.ids() and not _SKIP.search(row.id.lower()):
            taken |= {key(name), key(row.id)}
            developer = _developer(reference, row.developer or "")
            files[id] = _new(row, name, developer, checked)
    changed: dict[str, list[Difference]] = {}
    for one in found.compared:
        if one.judged.judgement in _CHANGED and one.quote.attribute.endswith("_price"):
            changed.setdefault(one.model, []).append(one)
    files |= {id: _added(group, checked) for id, group in changed.items()}
    return dict(sorted(files.items()))


def write_all(files: dict[str, str], folder: Path) -> None:
    """Write proposed files as `models/<developer>/<model>.toml`. Raises UsageError rather than write over a file."""
    paths = {folder / "models" / f"{id}.toml": text for id, text in files.items()}
    if (folder / "VERSION").exists():
        raise UsageError(f"{folder} is a reference: proposals go to a folder of their own")
    for path in paths:
        if path.exists():
            raise UsageError(f"{path} is there already: proposals never overwrite a file")
    for path, text in paths.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _new(row: Row, name: str, developer: str, checked: str) -> str:
    top = f"name = {_text(name)}\ndeveloper = {_text(developer)}\n"
    alias = row.id.rsplit("/", 1)[-1]
    if key(alias) != key(name):
        top += f"aliases = [{_text(alias)}]\n"
    facts = [text for quote in row.quotes for text in _fact(quote, row.catalogue, checked)]
    return write(f"{top}\n{_source(row.catalogue, checked)}\n" + "\n".join(facts))


def _added(group: list[Difference], checked: str) -> str:
    catalogues = dict.fromkeys(one.row.catalogue for one in group)
    parts = [_source(name, checked) for name in catalogues]
    for one in group:
        (text,) = _fact(one.quote, one.row.catalogue, checked, one.snapshot)
        since = one.quote.since or checked
        parts.append("".join(f"# would end: {_told(fact)}; give it until = {since}\n" for fact in one.judged.facts if fact.until is None) + text)
    return write("\n".join(parts))


def _fact(quote: Quote, catalogue: str, checked: str, snapshot: str | None = None) -> Iterator[str]:
    """One fact as TOML. A price without a day is only known to hold since the day on which it was seen, or earlier."""
    if quote.attribute == "knowledge_cutoff" and not re.fullmatch(r"\d{4}(-\d\d){0,2}", str(quote.value)):
        return
    rows = [f'attribute = "{quote.attribute}"']
    if quote.attribute == "release_date":
        rows.append('event = "announced"')
    if quote.capability:
        rows.append(f'capability = "{quote.capability}"')
    rows.append(f"value = {_value(quote.value)}")
    price = quote.attribute.endswith("_price")
    since = quote.since or (checked if price and quote.until is None else None)
    rows += [f"{name} = {_text(day)}" for name, day in (("since", since), ("until", quote.until)) if day]
    if snapshot:
        rows.append(f"snapshot = {_text(snapshot)}")
    if quote.tier:
        rows.append(f"scope = {_text(f'prompts {quote.tier} tokens' if quote.tier.startswith('over') else quote.tier)}")
    rows += ['grade = "catalogue"', f"sources = [{_text(_name(catalogue))}]"]
    if price and quote.since is None:
        rows.append('note = "proposed by import: since is the day it was seen, on or before"')
    yield "[[facts]]\n" + "\n".join(rows) + "\n"


def _source(catalogue: str, checked: str) -> str:
    url, title = _SOURCES[catalogue]
    return f"[sources.{_name(catalogue)}]\nurl = {_text(url)}\ntitle = {_text(title)}\nchecked = {checked}\n"


def _name(catalogue: str) -> str:
    return re.sub(r"[^a-z]+", "-", catalogue.lower())


def _file(id: str) -> str:
    return re.sub(r"[^a-z0-9.-]+", "-", id.rsplit("/", 1)[-1].lower()).strip("-.")


def _developer(reference: Reference, folder: str) -> str:
    names = [reference.entry(id).developer for id in reference.ids() if id.startswith(f"{folder}/")]
    return names[0] if names else folder


def _told(fact: Fact) -> str:
    days = "".join(f" {word} {day}" for word, day in (("since", fact.since), ("until", fact.until)) if day)
    return f"{fact.attribute} {fact.value}{days}"


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return "[" + ", ".join(_text(word) for word in value) + "]"
    if isinstance(value, float):
        return str(int(value)) if value == int(value) else repr(value)
    return _text(str(value))


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
