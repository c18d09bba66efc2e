"""What stays of all that was read: claims said twice at one place come in, each once and in order goes out."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.extract.spans import Spans
from claimcheck.terms import Claim, Unchecked


def select(claims: Sequence[Claim], unchecked: Sequence[Unchecked]) -> tuple[tuple[Claim, ...], tuple[Unchecked, ...]]:
    """Claims sorted by position without repetitions; unread numbers that no claim covers."""
    kept: dict[tuple[object, ...], Claim] = {}
    for claim in claims:
        key = (claim.subject.name, claim.attribute, claim.start if claim.attribute != "capability" else claim.start // 40,
               claim.benchmark, claim.capability, claim.base, claim.other and claim.other.name,
               claim.value if claim.attribute in {"input_modality", "output_modality"} else None)  # fmt: skip
        kept.setdefault(key, claim)
    ordered = sorted(kept.values(), key=lambda c: (c.start, c.end, c.attribute, c.subject.name, str(c.value), c.benchmark or "", c.capability or ""))
    covered = Spans((c.start, c.end) for c in ordered)
    left = {(u.place.start, u.reason): u for u in unchecked if not covered.touch(u.place.start, u.place.end)}
    return tuple(ordered), tuple(left[key] for key in sorted(left))
