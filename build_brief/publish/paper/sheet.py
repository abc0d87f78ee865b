"""One document while its values are gathered: words in pieces, citations under the numbers of the site.

A value is what JSON can hold. The template knows no rule of ours: it sets what stands here, piece by piece.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from build_brief.model.annotations import QuoteKind
from build_brief.model.article import Article, Span
from build_brief.model.briefing import Briefing, DatedStatement
from build_brief.model.dates import ArticleDay, Period
from build_brief.model.dossier import AttributedQuote
from build_brief.model.statements import Edit, EditKind, Statement, Voice
from build_brief.publish.pages.stories import print_briefing
from build_brief.publish.paper.letters import isolated, plain, turns
from build_brief.publish.press import Press
from build_brief.publish.press.page import Page
from build_brief.publish.wording.citations import Citation, by_paragraph
from build_brief.publish.wording.day_words import day_in_words, period_in_words, short_day
from build_brief.publish.wording.speech import find_told
from build_brief.publish.wording.words import MAX_WORDS

Value = dict[str, Any]
Mark = tuple[int, int, Value]
"""Something about the words from one offset to another."""

LONGEST_OUTLET = 120
"""Letters of an outlet's name; it stands in every note of its articles, which would fill the page."""

OPENING_MARKS = "“‘\"'"


class Sheet:
    """The values of one briefing in the making."""

    def __init__(self, press: Press, briefing: Briefing, page: Page | None = None) -> None:
        """Start with the numbers of the `page` of `briefing` on the site, printed here when not given."""
        self.press = press
        self.page = page or print_briefing(press, briefing, newer=None, older=None)
        self.numbers = dict(self.page.citations.numbers)
        self.sources = {source.article.id: source.number for source in briefing.sources}
        outlets = Counter(press.outlet(source.article) for source in briefing.sources)
        self._shared = {outlet for outlet, articles in outlets.items() if articles > 1}
        self.known = {entry.entity.id for entry in briefing.who}

    def statement(self, statement: Statement, differing: tuple[Span, ...] = ()) -> Value:
        """Return the words of `statement` and the numbers of its notes; `differing` are marked."""
        part = self._part(statement.evidence[0], statement.voice, statement.edits, differing)
        return {"parts": [part], "voice": statement.voice.value, "notes": self.cite(*statement.evidence)}

    def statements(self, statements: Iterable[Statement]) -> list[Value]:
        """Return all of `statements`."""
        return [self.statement(statement) for statement in statements]

    def speech(self, said: AttributedQuote, differing: tuple[Span, ...] = ()) -> Value:
        """Return all words of a quote, `differing` marked; between two parts the words were split."""
        voice = Voice.VERBATIM if said.quote.kind is QuoteKind.VERBATIM else Voice.REPORTED
        told = find_told(said.quote)
        parts = [self._part(span, voice, (), differing) for span in told]
        return {"parts": parts, "voice": voice.value, "notes": self.cite(*told)}

    def role(self, role: Span) -> Value:
        """Return a role as the source words it."""
        return {
            "parts": [self._part(role, Voice.STATED, ())],
            "voice": Voice.STATED.value,
            "notes": self.cite(role),
        }

    def cite(self, *spans: Span) -> list[int]:
        """Return the notes of `spans` under the numbers of the site; what that does not cite goes on."""
        return [self.numbers.setdefault(citation, len(self.numbers) + 1) for citation in by_paragraph(spans)]

    def notes(self) -> dict[str, Value]:
        """Return each note by its number."""
        return {str(number): self._note(citation) for citation, number in self.numbers.items()}

    def _note(self, citation: Citation) -> Value:
        article = citation.article
        places = article.dateline.places if article.dateline else ()
        return {
            "source": self.source(article),
            "place": plain("/".join(places)),
            "day": self.day(self.press.days[article.id]),
            "paragraph": citation.paragraph.number,
        }

    def speaker(self, said: AttributedQuote) -> Value:
        """Return who said it, as the source has it when nobody is sure who that is."""
        name = isolated(plain(said.speaker_name)) or "speaker not named"
        return {"name": name, "doubtful": said.doubtful, "id": said.speaker or ""}

    def name(self, thing: str) -> str:
        """Return the name of a briefing, entity or issue."""
        return isolated(plain(self.press.addresses.names.get(thing, thing.partition("/")[2])))

    def source(self, article: Article) -> str:
        """Return what a reader calls the source: its outlet, or its number among the sources."""
        outlet, number = self.press.outlet(article), self.sources.get(article.id)
        if outlet:
            told = f" (source {number})" if number and outlet in self._shared else ""
            return name_outlet(outlet) + told
        if number:
            return f"Source {number}"
        return isolated(plain(f"“{self.press.briefs[article.id].title.text}”"))

    def day(self, day: ArticleDay) -> Value:
        """Return the day of an article; an inferred one says from what."""
        words = day_in_words(day.day) if day.day else "undated"
        short = short_day(day.day) if day.day else "undated"
        return {"words": words, "short": short, "reason": plain(day.reason or "")}

    def dated(self, line: DatedStatement) -> Value:
        """Return a statement with the time it tells of."""
        return self.period(line.period, line.reason) | {"statement": self.statement(line.statement)}

    def period(self, period: Period | None, reason: str | None = None) -> Value:
        """Return a period in words, and how it was worked out where the words of the source do not say it."""
        words = period_in_words(period) if period else "no date given"
        return {"words": words, "reason": plain(reason or "")}

    def _part(
        self, words: Span, voice: Voice, edits: tuple[Edit, ...], differing: tuple[Span, ...] = ()
    ) -> Value:
        runs = list(self._runs(words, edits, differing))
        quoted = voice is Voice.VERBATIM and words.text[:1] not in OPENING_MARKS
        return {"runs": runs, "quoted": quoted, "isolate": any(turns(run["t"]) for run in runs)}

    def _runs(self, words: Span, edits: tuple[Edit, ...], differing: tuple[Span, ...]) -> Iterator[Value]:
        """Give the words in order, cut where a repair, a name or a verb that judges begins or ends."""
        marks = self._marks(words, differing)
        at, end = words.start, words.start + MAX_WORDS
        for edit in edits:
            if words.start + edit.start >= end:
                break
            yield from _own(words, marks, at, words.start + edit.start)
            yield self._repair(edit)
            at = words.start + edit.end
        yield from _own(words, marks, at, min(words.end, max(end, at)))
        if words.end > end:
            yield {"t": "…", "how": EditKind.ELISION.value}

    def _marks(self, words: Span, differing: tuple[Span, ...]) -> list[Mark]:
        """Return what is marked in `words`, in order; of two that overlap, the one that differs."""
        firm = [(span.start, span.end, {"how": "differs"}) for span in differing if words.covers(span)]
        others: list[Mark] = [
            (start, end, {"who": entity, "link": entity in self.known})
            for start, end, entity in self.press.passages.named_in(words)
            if entity in self.press.addresses.things
        ]
        others += [(start, end, {"how": "loaded"}) for start, end in self.press.passages.loaded_in(words)]
        free = [
            mark for mark in others if not any(mark[0] < end and start < mark[1] for start, end, _ in firm)
        ]
        return sorted([*firm, *free], key=lambda mark: (mark[0], -mark[1]))

    def _repair(self, edit: Edit) -> Value:
        shown = {"t": plain(edit.text), "how": edit.kind.value}
        return shown | ({"who": edit.link, "link": edit.link in self.known} if edit.link else {})


def name_outlet(outlet: str) -> str:
    """Return the name of an outlet as it is printed."""
    name = outlet if len(outlet) <= LONGEST_OUTLET else f"{outlet[:LONGEST_OUTLET]}…"
    return isolated(plain(name))


def _own(words: Span, marks: list[Mark], start: int, end: int) -> Iterator[Value]:
    """Give the source's own words from `start` to `end`."""
    at = start
    for left, right, what in marks:
        if at <= left and right <= end:
            yield from _run(words, at, left)
            yield {"t": plain(words.article.text[left:right])} | what
            at = right
    yield from _run(words, at, end)


def _run(words: Span, start: int, end: int) -> Iterator[Value]:
    if start < end:
        yield {"t": plain(words.article.text[start:end])}
