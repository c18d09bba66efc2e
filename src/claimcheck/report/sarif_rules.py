"""The rules of the SARIF report: a rule id (`input_price/outdated`) in, its descriptor with help text out."""

from __future__ import annotations

from typing import Any

from claimcheck.report import words

_LEVELS = {"refuted": "error", "undisclosed": "error", "outdated": "warning"}
_HOW = {
    "refuted": "Replace the value by the one of the cited source, or cite a better source.",
    "undisclosed": "Leave the figure out, or say who estimates it: the vendor never published one.",
    "outdated": "Bring the value up to date, or say until when it was right.",
    "nei": "Nothing is wrong that is known; look for a source of your own.",
    "supported": "Nothing to do.",
}
_OTHERS = {
    "inconsistent/contradiction": "Two statements of one article contradict each other; at most one of them can be right.",
    "inconsistent/arithmetic": "A calculation does not follow from the article's own numbers.",
    "unused-waiver": "A comment that was to waive a finding and waives nothing.",
    "unchecked": "A number beside a model that could not be read as a claim, and so was not checked.",
}


def rule_id(attribute: str, verdict: str) -> str:
    """The id of the rule for findings of this attribute and verdict."""
    return f"{attribute}/{verdict}"


def rule(id: str) -> dict[str, Any]:
    """The reportingDescriptor of a rule; an attribute that the list lacks is described by its name."""
    attribute, _, verdict = id.partition("/")
    if verdict not in words.WORD:
        help = "Take the comment out, or mend it." if id == "unused-waiver" else "See both places and decide which one is right."
        return _descriptor(id, _OTHERS.get(id, id), help, "note" if id == "unused-waiver" else "warning")
    from claimcheck.attributes import ALL

    known = ALL.get(attribute)
    noun = known.noun if known else attribute.replace("_", " ")
    about = (known.doc if known else "") or f"What the article says of the {noun}."
    short = f"{noun[:1].upper()}{noun[1:]} is {words.WORD[verdict]}: {words.MEANING[verdict]}."
    return _descriptor(id, short, f"{' '.join(about.split())} {_HOW[verdict]}", _LEVELS.get(verdict, "none"))


def _descriptor(id: str, short: str, help: str, level: str) -> dict[str, Any]:
    name = "".join(part.capitalize() for part in id.replace("/", "_").replace("-", "_").split("_"))
    return {
        "id": id,
        "name": name,
        "shortDescription": {"text": short},
        "fullDescription": {"text": f"{short} {help}"},
        "help": {"text": help, "markdown": f"**{short}**\n\n{help}"},
        "defaultConfiguration": {"level": level if id != "unchecked" else "none"},
    }
