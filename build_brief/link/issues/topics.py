"""Tell which names of issues mean the same, and which sentences speak of one.

“Trade” and “tariffs” are one known subject. “The Ukraine war” and “Russia’s invasion of Ukraine” are
one because their nouns mean the same and they share a name. Other names are one when one holds all
the words of the other. A sentence speaks of an issue when it holds the words of any of its names.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from build_brief.language.issue_cues import weight_of
from build_brief.language.subjects import find_subjects, head_of, is_head, singular, words_of
from build_brief.language.vocabulary import read_words
from build_brief.language.word_classes import classify
from build_brief.link.issues.lines import Demonyms, Line, plain_words
from build_brief.model.annotations import IssueMention
from build_brief.model.article import Span

PLAIN = 2
"""Weight of a cue after which a word counts as the name of the subject in the whole story."""
MOST_NAMES = 300
"""Different names of issues that a story is searched for: more are no story but a list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One name of an issue."""

    label: str
    subject: str | None
    """The known subject; None when the words are all that is known."""
    words: frozenset[str]
    """The words that carry meaning, as a `Line` has them."""
    head: str | None
    """What kind of thing it is, when other nouns mean the same: “war”."""
    proper: tuple[str, ...]
    """Names in it, in order: “russia”, “ukraine”."""
    mention: IssueMention | None
    """None for a subject that the story speaks of without naming it as an issue."""
    heads: bool = False
    """Whether a headline calls the subject so: “guns” is the subject in all of its story."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """An issue of one story."""

    names: tuple[Name, ...]

    subject: str | None = field(init=False, compare=False)
    """The known subject that any of its names means; a story's “marriage” is its “same-sex marriage”."""
    telling_names: tuple[Name, ...] = field(init=False, compare=False)
    """Names whose words in a sentence make it speak of the topic; of a known subject, only what the story
    itself calls so plainly: there “energy” is the subject throughout."""

    def __post_init__(self) -> None:
        """Read once what every sentence is asked for."""
        subject = next((name.subject for name in self.names if name.subject), None)
        plainly = tuple(name for name in self.names if _names_plainly(name))
        object.__setattr__(self, "subject", subject)
        object.__setattr__(self, "telling_names", plainly if subject else self.names)

    @property
    def head(self) -> str | None:
        """What kind of thing it is, when other nouns mean the same."""
        return next((name.head for name in self.names if name.head), None)

    @property
    def mentions(self) -> tuple[IssueMention, ...]:
        """Where the story names it as an issue."""
        return tuple(name.mention for name in self.names if name.mention)

    @property
    def weight(self) -> int:
        """How plainly it is named at best: 3 to 1, 0 when it is not."""
        return max((weight_of(mention.rule) for mention in self.mentions), default=0)

    @property
    def label(self) -> str:
        """The known subject, or the name used most; among equals the longest."""
        if self.subject:
            return self.subject
        counted = Counter(name.label for name in self.names)
        return min(counted, key=lambda label: (-counted[label], -len(label), label))

    @property
    def keys(self) -> frozenset[tuple[str, ...]]:
        """What marks the same topic in another story."""
        if self.subject:
            return frozenset({("subject", self.subject)})
        return frozenset(
            (name.head, name.proper[-1]) if name.head and name.proper else ("words", *sorted(name.words))
            for name in self.names
        )

    def is_told_in(self, words: frozenset[str], subjects: frozenset[str]) -> bool:
        """Tell whether these words of a sentence speak of the topic."""
        if self.subject and self.subject in subjects:
            return True
        return any(_holds(words, name) for name in self.telling_names)


def read_name(mention: IssueMention, demonyms: Demonyms) -> Name:
    """Return what the label of `mention` says."""
    words = words_of(mention.label)
    # The first word of a label is a capital by our own making: the source's tells.
    printed = mention.span.text.split()
    proper = [singular(word) for word in printed if word[:1].isupper()]
    plain = plain_words((word for word in words if not classify(word).grammar), demonyms)
    return Name(
        label=mention.label,
        subject=_choose_subject(words),
        words=plain,
        head=next((head_of(word) for word in words if is_head(word)), None),
        proper=tuple(name for word in proper for name in sorted(demonyms.get(word, {word}))),
        mention=mention,
    )


def read_headlines(headlines: Iterable[str]) -> Iterator[Name]:
    """Yield the subjects that `headlines` name by a word which elsewhere may mean something else."""
    unsure = read_words("unsure_subjects")
    for headline in dict.fromkeys(headlines):
        words = words_of(headline)
        for hit in dict.fromkeys(find_subjects(words, named=True)):
            said = words[hit.start : hit.end]
            if unsure.isdisjoint(said):
                plain = frozenset(map(head_of, said))
                yield Name(
                    label=hit.subject,
                    subject=hit.subject,
                    words=plain,
                    head=None,
                    proper=(),
                    mention=None,
                    heads=True,
                )


def merge_names(names: Iterable[Name]) -> tuple[Topic, ...]:
    """Return one topic for each issue, in order of the first name of each."""
    alike: dict[tuple[str | None, frozenset[str]], list[Name]] = {}
    for name in names:
        alike.setdefault((name.subject, name.words), []).append(name)
    topics: list[list[Name]] = []
    for same_words in list(alike.values())[:MOST_NAMES]:
        same = [topic for topic in topics if any(_are_same(same_words[0], other) for other in topic)]
        merged = [other for topic in same for other in topic] + same_words
        topics = [topic for topic in topics if topic not in same] + [merged]
    return tuple(Topic(names=tuple(topic)) for topic in topics)


def subject_topic(subject: str) -> Topic:
    """Return the topic of a known subject that nothing names as an issue."""
    name = Name(label=subject, subject=subject, words=frozenset(), head=None, proper=(), mention=None)
    return Topic(names=(name,))


def find_lines(topic: Topic, lines: Iterable[Line]) -> tuple[Line, ...]:
    """Return the lines that speak of `topic`, and those under a sub-head that names it."""
    lines = tuple(lines)
    naming = sorted((mention.span.article.id, mention.span.start) for mention in topic.mentions)
    told = [topic.is_told_in(line.words, line.subjects) or _holds_any(line.span, naming) for line in lines]
    subheads = {line.subhead.place: line.subhead for line in lines if line.subhead}
    headed = {place for place, subhead in subheads.items() if _names(subhead.text, topic)}
    spoken = {line.subhead.place for line, yes in zip(lines, told, strict=True) if yes and line.subhead}
    return tuple(
        line
        for line, yes in zip(lines, told, strict=True)
        if yes or (line.subhead and line.subhead.place in headed & spoken)
    )


def _holds_any(span: Span, places: Sequence[tuple[str, int]]) -> bool:
    """Tell whether one of `places`, sorted, lies inside `span`."""
    at = bisect_left(places, (span.article.id, span.start))
    return at < len(places) and places[at] < (span.article.id, span.end)


def is_told(topic: Topic, line: Line) -> bool:
    """Tell whether the line speaks of the topic, or names it as an issue."""
    return topic.is_told_in(line.words, line.subjects) or is_named(topic, line.span)


def is_named(topic: Topic, span: Span) -> bool:
    """Tell whether an article names the topic as an issue inside `span`."""
    return any(span.overlaps(mention.span) for mention in topic.mentions)


def _names(subhead: str, topic: Topic) -> bool:
    words = words_of(subhead)
    subjects = frozenset(hit.subject for hit in find_subjects(words))
    return topic.is_told_in(frozenset(map(head_of, words)), subjects)


def _choose_subject(words: Sequence[str]) -> str | None:
    """Return the subject of the longest term; a word that is clear by itself alone must be the whole name."""
    terms = set(find_subjects(words))
    fit = [
        hit for hit in find_subjects(words, named=True) if hit in terms or hit.end - hit.start == len(words)
    ]
    return max(fit, key=lambda hit: (hit.end - hit.start, hit in terms, hit.start)).subject if fit else None


def _are_same(one: Name, other: Name) -> bool:
    if one.subject and other.subject:
        return one.subject == other.subject
    if one.subject or other.subject:
        known, free = (one, other) if one.subject else (other, one)
        return free.words < known.words
    if one.head and one.head == other.head and one.proper and other.proper:
        return bool(set(one.proper) & set(other.proper))
    return one.words <= other.words or other.words <= one.words


def _names_plainly(name: Name) -> bool:
    """Tell whether the story calls a known subject by this name, plainly."""
    if name.heads:
        return True
    return name.mention is not None and name.subject is not None and weight_of(name.mention.rule) >= PLAIN


def _holds(words: frozenset[str], name: Name) -> bool:
    if name.head and name.proper:
        return name.head in words and any(proper in words for proper in name.proper)
    return bool(name.words) and name.words <= words
