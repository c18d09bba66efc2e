"""A claim and the reference come in, a finding goes out, as of a date.

What is in force and agrees supports; what agreed once is outdated; only a vetted fact of the same model may refute, and
only when no other snapshot, tier, event or condition of it makes the claim true. A hedged claim is never refuted.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from rapidfuzz import fuzz, process

from claimcheck.attributes import ALL
from claimcheck.reference import trust
from claimcheck.reference.load import Reference
from claimcheck.terms import Article, Claim, Fact, Finding, Model
from claimcheck.verdict import dates, features, matching, modalities, numbers, relations, scores, words
from claimcheck.verdict.outcome import finding


class Judge:
    """Judges claims against one reference as of one date."""

    def __init__(self, book: Reference, *, as_of: str) -> None:
        self.book, self.as_of = book, as_of
        self._names = {model: book.entry(model).name for model in book.ids()}
        self._hints: dict[str, str] = {}
        self._kinds: dict[str, Callable[[Claim, str, Judge, Article], Finding]] = {
            "count": numbers.judge, "price": numbers.judge, "score": scores.score, "number": numbers.judge, "date": dates.date,
            "modality": modalities.modality, "word": features.word, "flag": features.flag, "model": features.successor,
            "ratio": relations.ratio, "order": relations.order,
        }  # fmt: skip

    def finding(self, claim: Claim, article: Article) -> Finding:
        """The verdict on one claim, with a word of warning where it rests on an old check of what may have changed."""
        found = self._found(claim, article)
        checked = max((source.checked for source in found.sources), default=None)
        if checked is None or claim.attribute not in trust.VOLATILE or found.verdict == "nei":
            return found
        age = matching.days_between(checked, self.as_of) if self.as_of > checked else 0
        return replace(found, message=f"{found.message} (checked {age} days before)") if age > trust.WARN_DAYS else found

    def _found(self, claim: Claim, article: Article) -> Finding:
        if claim.subject.id is None and not claim.subject.candidates:
            return self._unknown(claim)
        if claim.subject.id is None:
            return self._family(claim, claim.subject.candidates, article)
        own = self._one(claim, claim.subject.id, article)
        members = self.book.entry(claim.subject.id).members
        if own.verdict == "nei" and members:
            return self._family(claim, members, article)
        return own

    def _one(self, claim: Claim, model: str, article: Article) -> Finding:
        return self._kinds[ALL[claim.attribute].compare](claim, model, self, article)

    def _unknown(self, claim: Claim) -> Finding:
        hint = self._hint(claim.subject.name)
        return finding(claim, "nei", "unknown_model", f"the reference does not know a model called {claim.subject.name}{hint}")

    def _hint(self, name: str) -> str:
        """The nearest known name, to ask about and never to judge by."""
        if name not in self._hints:
            close = process.extractOne(name, self._names.values(), scorer=fuzz.token_sort_ratio, score_cutoff=80)
            self._hints[name] = f" (did you mean {close[0]}?)" if close else ""
        return self._hints[name]

    def may_refute(self, fact: Fact) -> bool:
        """Whether a claim that disagrees with this fact may be called wrong on the day of judgement."""
        return trust.may_refute(fact, self.as_of, retired=trust.retired_on(self.book.facts(fact.model, "retirement_date")))

    def _family(self, claim: Claim, members: tuple[str, ...], article: Article) -> Finding:
        """A family's claim is true when it is true of a member, false only when it is false of every one."""
        found = [(m, self._one(replace(claim, subject=Model(m, self._names[m], claim.subject.mention)), m, article)) for m in members[:40]]
        for verdict in ("supported", "outdated") if claim.attribute != "relative" else ():
            for model, result in found:
                if result.verdict == verdict:
                    message = f"{claim.subject.name} read as {self._names[model]}: {result.message}"
                    return replace(result, claim=claim, reason="family_member", message=message)
        alike = {(r.verdict, r.reason) for _, r in found}
        if len(alike) == 1 and found and (found[0][1].verdict == "undisclosed" or claim.attribute in {"developer", "open_weights"}):
            return replace(found[0][1], claim=claim)
        return finding(claim, "nei", "ambiguous", f"“{claim.subject.name}” may be any of {len(members)} models, and none that we know agrees")

    def name(self, model: str) -> str:
        """Display name of a model."""
        return self._names.get(model, model)

    def developer(self, model: str) -> str:
        """Developer of a model."""
        return self.book.entry(model).developer

    def siblings(self, model: str) -> tuple[str, ...]:
        """Other models of the same developer and first name part ("GPT-5 mini" and "GPT-5 Pro" for "GPT-5")."""
        stem = self.name(model).split(" ")[0]
        folder = model.split("/")[0]
        return tuple(m for m, name in self._names.items() if m != model and m.startswith(folder + "/") and name.split(" ")[0] == stem)

    def no_fact(self, claim: Claim) -> Finding:
        """Nothing vetted is known."""
        return finding(claim, "nei", "no_fact", f"no vetted fact about {words.said(claim)}")
