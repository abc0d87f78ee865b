"""One page while it is being printed: it numbers its citations and links each name once a section."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from urllib.parse import quote

from build_brief.model.annotations import QuoteKind
from build_brief.model.article import Article, ArticleId, Rights, Span
from build_brief.model.briefing import Briefing, DatedStatement
from build_brief.model.dates import ArticleDay, Period
from build_brief.model.dossier import AttributedQuote
from build_brief.model.site import OutputFile
from build_brief.model.statements import Statement, Voice
from build_brief.publish.press import Press
from build_brief.publish.press.addresses import relative
from build_brief.publish.wording.citations import (
    MAX_CONTEXT,
    Citation,
    Citations,
    place_attributes,
    render_evidence,
)
from build_brief.publish.wording.counts import counted
from build_brief.publish.wording.day_words import day_for_machines, day_in_words, period_in_words, short_day
from build_brief.publish.wording.escape import Markdown, attribute, escape, front_matter
from build_brief.publish.wording.speech import find_told
from build_brief.publish.wording.words import (
    Mark,
    mark_differing,
    mark_edit,
    mark_loaded,
    mark_name,
    mark_quoted,
    print_words,
)

BLANK_LINES = re.compile(r"\n{3,}")
MAX_OUTLETS = 3
"""Outlets named under a title; the list of sources names all."""


class Page:
    """A page in the making; templates call its methods."""

    def __init__(
        self, press: Press, path: str, *, numbers: dict[ArticleId, int] | None = None, with_notes: bool = True
    ) -> None:
        """Start the page at `path`, relative to `docs/`; `numbers` are those of its sources, by article."""
        self.with_notes = with_notes
        self.press = press
        self.path = path
        self.text = ""
        self.citations = Citations()
        self.numbers = numbers or {}
        outlets = Counter(press.outlet(press.briefs[article].article) for article in self.numbers)
        self._shared = {outlet for outlet, articles in outlets.items() if articles > 1}
        self._linked: set[str] = set()

    def print(self, template: str, *, meta: Mapping[str, object], **values: object) -> None:
        """Set the text of the page: front matter, the template's body, the notes."""
        body = self.press.templates.get_template(template).render(page=self, press=self.press, **values)
        notes = self.press.templates.get_template("notes.md.jinja") if self.with_notes else None
        text = front_matter(meta) + body + (notes.render(page=self) if notes else "")
        text = "\n".join(line.rstrip(" ") for line in text.split("\n"))
        self.text = BLANK_LINES.sub("\n\n", text).strip("\n") + "\n"

    @property
    def content(self) -> bytes:
        """The page as it is written."""
        return self.text.encode("utf-8")

    @property
    def file(self) -> OutputFile:
        """The page as a file."""
        return self.press.pack(self.path, self.content)

    def cited_paragraphs(self, article: Article) -> set[int]:
        """Return the numbers of the paragraphs of `article` that this page has cited so far."""
        return {c.paragraph.number for c in self.citations.numbers if c.article == article}

    def section(self, title: str, anchor: str) -> Markdown:
        """Return a second-level heading; names are linked anew after it."""
        self._linked = set()
        return Markdown(f"## {escape(title)} {{ #{anchor} }}")

    def to(self, target: str) -> Markdown:
        """Return the relative address of a page of the site, for the round brackets of a link."""
        return Markdown(relative(target, page=self.path))

    def link(self, thing: str, words: str | None = None) -> Markdown:
        """Return a link to a briefing, entity or issue; plain words when it has no page, or is this one."""
        addresses = self.press.addresses
        shown = escape(words or addresses.names.get(thing, thing.partition("/")[2]))
        target = addresses.things.get(thing, self.path)
        return shown if target == self.path else Markdown(f"[{shown}]({self.to(target)})")

    def paragraph_link(self, article: Article, number: int, words: str) -> Markdown:
        """Return a link to a paragraph of an article's page."""
        return Markdown(
            f"[{escape(words)}]({self.to(f'{self.press.addresses.articles[article.id]}#p{number}')})"
        )

    def ledger(self, filter_: str, value: str) -> Markdown:
        """Return the address of the ledger of quotes with one filter set."""
        encoded = quote(value, safe="").replace("_", "%5F").replace("~", "%7E")
        return Markdown(f"{self.to('quotes.md')}?{filter_}={encoded}")

    def outside(self, url: str) -> Markdown:
        """Return a link to where the source itself stands on the web."""
        return Markdown(f'<a class="outside" href="{attribute(url)}" rel="noopener nofollow">original</a>')

    def statement(self, statement: Statement, differing: Iterable[Span] = ()) -> Markdown:
        """Return the words of `statement` and its citations; `differing` are marked."""
        words = self.words(statement, differing)
        return Markdown(f"{words}{self.cite(*statement.evidence)}")

    def cite(self, *spans: Span) -> Markdown:
        """Return the citation of `spans`: numbers of notes, or on a page of hundreds of lines, links."""
        marks = self.citations.cite(*spans)
        if self.with_notes:
            return marks
        links = dict.fromkeys(self._cite_by_link(span) for span in spans)
        return Markdown(f' <span class="cite">{", ".join(links)}</span>')

    def _cite_by_link(self, span: Span) -> Markdown:
        number = span.paragraph.number
        return Markdown(
            f"{self.source(span.article)} {self.paragraph_link(span.article, number, f'¶{number}')}"
        )

    def words(self, statement: Statement, differing: Iterable[Span] = ()) -> Markdown:
        """Return the words of `statement` uncited, in the element that says whose words they are."""
        words = statement.evidence[0]
        edits = [mark_edit(words, edit, link=self._page_of(edit.link)) for edit in statement.edits]
        return self._element(words, statement.voice, [*edits, *mark_differing(words, differing)])

    def speech(self, said: AttributedQuote, differing: Iterable[Span] = ()) -> Markdown:
        """Return all words of a quote and its citation; `differing` are marked."""
        return Markdown(self.spoken(said, differing) + self.cite(*find_told(said.quote)))

    def spoken(self, said: AttributedQuote, differing: Iterable[Span] = ()) -> Markdown:
        """Return all words of a quote; between two spans stands what tells that the words were split."""
        voice = Voice.VERBATIM if said.quote.kind is QuoteKind.VERBATIM else Voice.REPORTED
        differ = tuple(differing)
        told = find_told(said.quote)
        words = [self._element(span, voice, mark_differing(span, differ)) for span in told]
        return Markdown(" … ".join(words))

    def role(self, role: Span) -> Markdown:
        """Return a role as the source words it, and its citation."""
        return Markdown(self._element(role, Voice.STATED, []) + self.cite(role))

    def _element(self, words: Span, voice: Voice, edits: list[Mark]) -> Markdown:
        whole = voice is Voice.VERBATIM and words.text[:1] not in "“‘\"'"
        inside = () if whole else self.press.passages.quoted_in(words)
        quoted = [mark_quoted(words, start, end) for start, end in inside]
        loaded = [mark_loaded(start, end) for start, end in self.press.passages.loaded_in(words)]
        printed = print_words(words, (*edits, *quoted, *loaded, *self._names(words)))
        if whole:
            return Markdown(f'“<q class="verbatim" {place_attributes(words)}>{printed}</q>”')
        return Markdown(f'<span class="statement {voice.value}" {place_attributes(words)}>{printed}</span>')

    def _names(self, words: Span) -> Iterator[Mark]:
        """Give a mark for each name that this section has not linked yet, unless the page is its own."""
        until = words.start
        for start, end, entity in self.press.passages.named_in(words):
            target = self.press.addresses.things.get(entity)
            if target and target != self.path and entity not in self._linked and start >= until:
                self._linked.add(entity)
                until = end
                yield mark_name(start, end, link=self.to(target))

    def _page_of(self, thing: str | None) -> str | None:
        target = self.press.addresses.things.get(thing) if thing else None
        return self.to(target) if target and target != self.path else None

    def source(self, article: Article) -> Markdown:
        """Return what a reader calls the source: its outlet, or its number among them, or its title."""
        outlet, number = self.press.outlet(article), self.numbers.get(article.id)
        if outlet and number and outlet in self._shared:
            return Markdown(f"{escape(outlet)} (source {number})")
        if outlet:
            return escape(outlet)
        return (
            Markdown(f"Source {number}")
            if number
            else escape(f"“{self.press.briefs[article.id].title.text}”")
        )

    def day(self, day: ArticleDay) -> Markdown:
        """Return the day of an article; an inferred one is in italics and says from what on hover."""
        if day.day is None:
            return Markdown("undated")
        words = f'<time datetime="{day.day.isoformat()}">{day_in_words(day.day)}</time>'
        return Markdown(
            f'<em class="inferred" title="{attribute(day.reason)}">{words}</em>' if day.reason else words
        )

    def when(self, dated: DatedStatement) -> Markdown:
        """Return the time a statement tells of, the source's own words for it on hover."""
        return self.period(dated.period, dated.expression, dated.reason)

    def period(
        self, period: Period | None, expression: Span | None = None, reason: str | None = None
    ) -> Markdown:
        """Return a period in words; inferred ones are in italics."""
        if period is None:
            return Markdown("no date given")
        said = f"In the source: “{expression.text}”. " if expression else ""
        title = f' title="{attribute((said + (reason or "")).strip())}"' if said or reason else ""
        words = f'<time datetime="{day_for_machines(period)}"{title}>{period_in_words(period)}</time>'
        return Markdown(f'<em class="inferred">{words}</em>' if reason else words)

    def story(self, statement: Statement) -> Markdown:
        """Return a link to the briefing of the article that `statement` is from."""
        return self.link(self.press.briefs[statement.evidence[0].article.id].briefing)

    def dates(self, first: date, last: date | None) -> Markdown:
        """Return a day, or the first and last of several."""
        days = dict.fromkeys(filter(None, (first, last)))
        return escape(" to ".join(map(short_day, days)))

    def sources_in_words(self, briefing: Briefing) -> Markdown:
        """Return how many sources a briefing has, and the first outlets that are known."""
        known = (self.press.outlet(source.article) for source in briefing.sources)
        outlets = [*dict.fromkeys(filter(None, known))]
        more = len(outlets) - MAX_OUTLETS
        named = ", ".join(outlets[:MAX_OUTLETS] + [f"{more} more"] * (more > 0))
        return escape(f"{counted(len(briefing.sources), 'source')}{f' ({named})' if named else ''}")

    def article_link(self, article: Article) -> Markdown:
        """Return a link to an article's page, by its title."""
        return Markdown(
            f"[{self.article_title(article)}]({self.to(self.press.addresses.articles[article.id])})"
        )

    def article_title(self, article: Article) -> Markdown:
        """Return the title of an article's page."""
        return escape(self.press.briefs[article.id].title.text)

    def notes(self) -> Iterator[tuple[int, Citation, Markdown]]:
        """Give number, citation and passage of each note, in order."""
        for citation, number in self.citations.numbers.items():
            context = 0 if self.press.rights(citation.article) is Rights.NONE else MAX_CONTEXT
            yield number, citation, render_evidence(citation, context=context)
