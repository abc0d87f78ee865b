"""Apply an editor's word to the issues: what names one, which are one, what they are called."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from build_brief.language.nearest import fold_words
from build_brief.language.subjects import words_of
from build_brief.language.word_classes import classify
from build_brief.link.issues.lines import plain_words
from build_brief.link.issues.topics import Name, Topic
from build_brief.link.names.ruling_desk import say_nearest, unmatched
from build_brief.model.problems import Report, RulingsError, ignore
from build_brief.model.rulings import IssueRuling


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueBook:
    """The rulings on issues, and where to tell of those that match nothing."""

    rulings: tuple[IssueRuling, ...] = ()
    report: Report = ignore

    def topics(self) -> tuple[Topic, ...]:
        """Return a topic for each issue that the editor names by words."""
        return tuple(
            Topic(names=tuple(_read_words(ruling.name, words) for words in ruling.words))
            for ruling in self.rulings
            if ruling.words
        )

    def ruling_on(self, label: str) -> IssueRuling | None:
        """Return the ruling that is about the issue `label`, or merges it into its own."""
        wanted = fold_words(label)
        return next((ruling for ruling in self.rulings if wanted in _names_of(ruling)), None)

    def keys(self, topic: Topic) -> frozenset[tuple[str, ...]]:
        """Return what marks the same issue in another story, for the editor too."""
        ruling = self.ruling_on(topic.label) if self.rulings else None
        return topic.keys | ({("ruled", fold_words(ruling.name))} if ruling else frozenset())

    def decide(self, labels: Iterable[str]) -> IssueRuling | None:
        """Return what is ruled on the issue that goes by `labels`.

        Raises `RulingsError` when two rulings on it disagree.
        """
        found = {id(ruling): ruling for label in labels if (ruling := self.ruling_on(label))}
        first, *others = found.values() or (None,)
        for other in others:
            if first and other and (first.hide, first.rename) != (other.hide, other.rename):
                problem = f"it is one issue with line {first.entry.line}, {first.name}."
                cure = "Put both entries together."
                raise RulingsError((other.entry.place, problem, cure))
        return first

    def tell_unmatched(self, labels: Sequence[str]) -> None:
        """Tell of each entry, and each merged name, that none of the `labels` found is."""
        known = {fold_words(label) for label in labels}
        for ruling in self.rulings:
            if ruling.words and fold_words(ruling.name) not in known:
                message, cure = "no sentence holds its words.", "Add words, or delete the entry."
                self.report(unmatched(ruling.entry, message, cure))
            names = ruling.merge if ruling.words else (ruling.name, *ruling.merge)
            for name in dict.fromkeys(names):
                if fold_words(name) not in known:
                    cure = say_nearest(name, labels)
                    self.report(unmatched(ruling.entry, f"no issue is called “{name}”.", cure))


def _names_of(ruling: IssueRuling) -> set[str]:
    return {fold_words(name) for name in (ruling.name, *ruling.merge)}


def _read_words(label: str, words: str) -> Name:
    telling = [word for word in words_of(words) if not classify(word).grammar]
    plain = plain_words(telling or words_of(words), {})
    return Name(label=label, subject=None, words=plain, head=None, proper=(), mention=None)
