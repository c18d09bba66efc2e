"""A claim and the reference come in, a finding goes out, as of a date.

What is in force and agrees supports; what agreed once is outdated; only a vetted fact of the same model may refute, and
only when no other snapshot, tier, event or condition of it makes the claim true. A hedged claim is never refuted.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from rapidfuzz import fuzz, process

from claimcheck.attributes import ALL
from claimcheck.reference import asof, trust
from claimcheck.reference.load import Reference
from claimcheck.terms import Article, Claim, Fact, Finding, Model
from claimcheck.verdict import dates, families, features, matching, modalities, numbers, relations, scores, surroundings, words
from claimcheck.verdict.outcome import finding, sources

_ACCUSING = frozenset({"refuted", "outdated", "undisclosed"})
_MOST_OF_NAME = 30
_FORETOLD = 45  # days before a model was first announced; nearer than that, an article mostly speaks of what it has seen
_EDITION = re.compile(r"[- ]?\d{4}")  # what the name of a later edition adds
_GOES_ON = re.compile(r"\.\d|[ -][A-Z]")  # of a longer name, behind a shorter one
_LOOSELY_SAID = frozenset({"capability", "input_modality", "output_modality", "open_weights"})
_OPEN = frozenset({"not_vetted", "no_fact", "ambiguous"})  # reasons of a claim that nothing decided


def _of_all_versions(claim: Claim, found: Finding) -> bool:
    """Whether a date accuses a name without version ("Claude"), which came out more than once."""
    return found.verdict in _ACCUSING and claim.attribute == "release_date" and not any(letter.isdigit() for letter in claim.subject.name)


class Judge:
    """Judges claims against one reference as of one date; checks older than `max_age` days do not refute."""

    def __init__(self, book: Reference, *, as_of: str, max_age: int = trust.MAX_AGE_DAYS) -> None:
        self.book, self.as_of, self._max_age = book, as_of, max_age
        self._too_old: list[Fact] = []  # vetted facts that would have refuted the claim at hand when their check was new
        self._names = {model: book.entry(model).name for model in book.ids()}
        self._hints: dict[str, str] = {}
        self._about: Article | None = None  # the article judged last
        self._answers: dict[Callable[[Article], bool], bool] = {}  # what was asked about it
        self._kinds: dict[str, Callable[[Claim, str, Judge, Article], Finding]] = {
            "count": numbers.judge, "price": numbers.judge, "score": scores.score, "number": numbers.judge, "date": dates.date,
            "modality": modalities.modality, "word": features.word, "flag": features.flag, "model": features.successor,
            "ratio": relations.ratio, "order": relations.order,
        }  # fmt: skip

    def finding(self, claim: Claim, article: Article) -> Finding:
        """The verdict on one claim, with a word of warning where it rests on an old check of what may have changed."""
        found = self._found(claim, article)
        if found.verdict in _ACCUSING:
            found = self._foretold(found, article) or self._meant_of_another(found, article) or surroundings.read_otherwise(found, article) or found
        checked = max((source.checked for source in found.sources), default=None)
        volatile = claim.base == "price" or not trust.VOLATILE.isdisjoint((claim.attribute, claim.base))
        if checked is None or not volatile or found.verdict == "nei":
            return found
        age = self._age(checked)
        return replace(found, message=f"{found.message} (checked {age} days before)") if age > trust.WARN_DAYS else found

    def _foretold(self, found: Finding, article: Article) -> Finding | None:
        """The open finding on what an article told of a model that was not even announced when it was written; its day of release is judged all the same."""
        claim = found.claim
        if claim.subject.id is None or claim.attribute == "release_date" or found.verdict == "undisclosed":
            return None
        first = min((str(fact.value) for fact in self.book.facts(claim.subject.id, "release_date") if fact.value), default="")
        written = min(self.as_of, article.published or self.as_of)
        if asof.first_day(first or "0000") <= asof.last_day(written) or matching.days_between(written, first) < _FORETOLD:
            return None
        return finding(claim, "nei", "planned", f"{claim.subject.name} came out on {first}, after this was written; {found.message}")

    def _meant_of_another(self, found: Finding, article: Article) -> Finding | None:
        """The open finding where what is wrong of one model is true of another that may be meant: two readings, no guess."""
        for rival in (*found.claim.rivals, *self._of_same_name(found.claim), *self._of_longer_name(found.claim, article)):
            other = self._found(replace(found.claim, subject=rival, rivals=()), article)
            if other.verdict in {"supported", "outdated"}:
                message = f"wrong of {found.claim.subject.name}, true of {rival.name}; the words do not settle which is meant"
                return replace(finding(found.claim, "nei", "ambiguous", message), sources=other.sources)
        return None

    def _of_same_name(self, claim: Claim) -> tuple[Model, ...]:
        """Other models of the family when its name stands alone ("DeepSeek"), whichever of them the article is about."""
        said, own = claim.subject.mention or "", claim.subject.id
        if own is None or not said.isalpha() or self._names[own].split()[0] != said or self.book.entry(own).members:
            return ()
        return tuple(Model(m, self._names[m], said) for m in self.siblings(own))[:_MOST_OF_NAME]

    def _of_longer_name(self, claim: Claim, article: Article) -> tuple[Model, ...]:
        """Models whose names go on from the subject's ("Kimi K2.5", "Kimi K2 Thinking"), where the article names them and the claim is no number."""
        own = claim.subject.id
        if own is None or claim.attribute not in _LOOSELY_SAID:
            return ()
        longer = ((m, self._names[m]) for m in self.siblings(own) if _GOES_ON.match(self._names[m].removeprefix(self._names[own])))
        return tuple(Model(m, name, claim.subject.mention) for m, name in longer if name.split(" ", 1)[-1] in article.text)[:_MOST_OF_NAME]

    def _age(self, checked: str) -> int:
        """Days from a check to the day of judgement, 0 for a later check."""
        return matching.days_between(checked, self.as_of) if self.as_of > checked else 0

    def _found(self, claim: Claim, article: Article) -> Finding:
        if claim.subject.id is None and not claim.subject.candidates:
            return self._unknown(claim)
        if claim.subject.id is None:
            return families.judge(claim, claim.subject.candidates, self, article)
        own = self.one(claim, claim.subject.id, article)
        members = self.book.entry(claim.subject.id).members
        if members and (own.verdict == "nei" or _of_all_versions(claim, own)):
            return families.judge(claim, members, self, article)
        return own

    def one(self, claim: Claim, model: str, article: Article) -> Finding:
        """The verdict on a claim when it is said of this one model."""
        self._too_old.clear()
        found = self._kinds[ALL[claim.attribute].compare](claim, model, self, article)
        return self._aged(found, self._too_old) if self._too_old and found.verdict == "nei" and found.reason in _OPEN else found

    def _aged(self, found: Finding, facts: list[Fact]) -> Finding:
        """The open finding, saying that what disagrees with the claim was checked too long ago to refute it."""
        claim, fact = found.claim, facts[0]
        checked = trust.checked_on(fact)
        known = f"what is known disagrees ({words.noun(claim)}: {words.value(claim.attribute, fact.value)})"
        if claim.attribute in {"relative", "comparison"}:
            known = found.message
        why = f"{self._age(checked)} days before, too long ago to refute (the limit is {self._max_age} days)"
        if trust.past_schedule(fact, self.as_of):
            why = f"on {checked}, before a change that was due"
        return replace(found, reason="check_too_old", message=f"{known}; this was last checked {why}", sources=sources(facts[:2]))

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
        retired = trust.retired_on(self.book.facts(fact.model, "retirement_date"))
        fresh = trust.may_refute(fact, self.as_of, self._max_age, retired=retired)
        if not fresh and fact.grade in trust.VETTED and fact.stance != "planned":
            self._too_old.append(fact)
        return fresh

    def asked(self, article: Article, question: Callable[[Article], bool]) -> bool:
        """The answer to a question about a whole article, found once an article."""
        if self._about is not article:
            self._about, self._answers = article, {}
        if question not in self._answers:
            self._answers[question] = question(article)
        return self._answers[question]

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

    def editions(self, model: str) -> tuple[str, ...]:
        """Later editions of a model, which many call by its plain name ("DeepSeek V3-0324" for "DeepSeek V3")."""
        return tuple(other for other in self.siblings(model) if _EDITION.fullmatch(self.name(other).removeprefix(self.name(model))))

    def no_fact(self, claim: Claim) -> Finding:
        """Nothing vetted is known."""
        return finding(claim, "nei", "no_fact", f"no vetted fact about {words.said(claim)}")
