"""What the pages of one briefing hold, section by section in the order of its page on the site."""

from __future__ import annotations

from collections.abc import Iterator

from build_brief.model.article import Span
from build_brief.model.briefing import (
    Briefing,
    Chapter,
    DatedStatement,
    GroupLine,
    IssueSection,
    KeyQuote,
    PositionLine,
    Related,
    SourceEntry,
    WhoEntry,
)
from build_brief.model.differences import Difference, OnlyIn
from build_brief.model.dossier import AttributedQuote
from build_brief.publish.pages.stories import draw_pictures
from build_brief.publish.paper.changes import gather_changes
from build_brief.publish.paper.letters import isolated, plain
from build_brief.publish.paper.pictures import print_pictures
from build_brief.publish.paper.sheet import Sheet, Value, name_outlet
from build_brief.publish.press import Press
from build_brief.publish.press.page import Page
from build_brief.publish.wording.counts import counted, minutes_to_read

MAX_OUTLETS = 3
"""Outlets named under a title; the table of sources names all."""

MAX_UNBROKEN = 32
"""Letters of a phrase that is not broken: a third of a line."""

LONGEST_LINK = 7900
"""Bytes of a web address; the typesetter refuses one of 8000."""

LONGEST_ADDRESS = 300
"""Letters of it that are printed: five lines of the table of sources."""


def gather_briefing(press: Press, briefing: Briefing, page: Page | None = None) -> Value:
    """Return everything that is printed of `briefing`, for the template; `page` is its page on the site."""
    sheet = Sheet(press, briefing, page)
    pictures = draw_pictures(sheet.page, briefing)
    values = {
        "id": briefing.id,
        "title": isolated(plain(briefing.title.text)),
        "day": sheet.day(briefing.story.day),
        "facts": [_unbroken(fact) for fact in _facts(sheet, briefing)],
        "bottom_line": sheet.statements(briefing.bottom_line),
        "summary": sheet.statements(briefing.summary),
        "key_quotes": [_key_quote(sheet, key) for key in briefing.key_quotes],
        "issues": [_issue(sheet, section) for section in briefing.issues],
        "pictures": {place: print_pictures(drawn) for place, drawn in pictures.items()},
        "differences": [_difference(sheet, difference) for difference in briefing.differences],
        "only_in": [_only_in(sheet, only) for only in briefing.only_in],
        "background": _dated(sheet, briefing.background),
        "timeline": _dated(sheet, briefing.timeline),
        "next": _dated(sheet, briefing.next),
        "changes": gather_changes(sheet, briefing.changes),
        "who": [_who(sheet, entry) for entry in briefing.who if entry.roles],
        "also": [_who(sheet, entry) for entry in briefing.who if not entry.roles],
        "sources": [_source(sheet, source) for source in briefing.sources],
        "related": [_related(sheet, related) for related in briefing.related],
        "so_far": [_chapter(sheet, chapter) for chapter in briefing.so_far],
        "gaps": [isolated(plain(gap)) for gap in briefing.gaps],
    }
    return values | {"notes": sheet.notes()}


def _facts(sheet: Sheet, briefing: Briefing) -> Iterator[str]:
    """Give what stands under the title, a phrase each."""
    known = (sheet.press.outlet(source.article) for source in briefing.sources)
    outlets = [*dict.fromkeys(name_outlet(outlet) for outlet in known if outlet)]
    more = len(outlets) - MAX_OUTLETS
    named = ", ".join(outlets[:MAX_OUTLETS] + [f"{more} more"] * (more > 0))
    yield f"{counted(len(briefing.sources), 'source')}{f' ({named})' if named else ''}"
    if briefing.places:
        yield ", ".join(map(sheet.name, briefing.places))
    yield f"{minutes_to_read(briefing)} min to read"
    cited = len(briefing.statements)
    yield f"{cited} of {cited} sentences cited"
    if briefing.changes and briefing.changes.number > 1:
        yield f"version {briefing.changes.number}"


def _unbroken(fact: str) -> str:
    """Return a short phrase that stays on one line."""
    return fact.replace(" ", "\N{NO-BREAK SPACE}") if len(fact) <= MAX_UNBROKEN else fact


def _dated(sheet: Sheet, lines: tuple[DatedStatement, ...]) -> list[Value]:
    """Return dated statements; a date that the line before shows is not shown again."""
    before = (None, *lines)
    return [
        sheet.dated(line) | {"again": last is not None and line.period == last.period}
        for line, last in zip(lines, before, strict=False)
    ]


def _key_quote(sheet: Sheet, key: KeyQuote) -> Value:
    return {
        "setting": sheet.statement(key.setting) if key.setting else None,
        "statement": sheet.statement(key.statement),
        "goes_on": sheet.statement(key.goes_on) if key.goes_on else None,
        "speaker": sheet.speaker(key.cluster.fullest),
        "role": isolated(plain(key.role.text)) if key.role else "",
        "addressee": isolated(plain(key.addressee or "")),
        "day": sheet.period(key.day) if key.day else None,
        "source": sheet.source(key.statement.evidence[0].article),
        "variants": [_variant(sheet, variant, key.differing) for variant in key.otherwise],
        "also": [_origin(sheet, variant) for variant in key.also],
        "paraphrases": [_variant(sheet, report) for report in key.paraphrases],
    }


def _origin(sheet: Sheet, said: AttributedQuote) -> Value:
    """Return where the same words stand too, without the words."""
    words = said.quote.contents[0]
    return {
        "source": sheet.source(words.article),
        "day": sheet.day(sheet.press.days[words.article.id]),
        "notes": sheet.cite(words),
    }


def _variant(sheet: Sheet, said: AttributedQuote, differing: tuple[Span, ...] = ()) -> Value:
    article = said.quote.contents[0].article
    return {
        "speech": sheet.speech(said, differing),
        "source": sheet.source(article),
        "day": sheet.day(sheet.press.days[article.id]),
    }


def _issue(sheet: Sheet, section: IssueSection) -> Value:
    return {
        "id": section.issue.id,
        "label": isolated(plain(section.label)),
        "stake": sheet.statement(section.stake) if section.stake else None,
        "lines": [
            *(_position(sheet, line) for line in section.lines),
            *(_group(sheet, line) for line in section.groups),
        ],
        "silent": [{"id": actor, "name": sheet.name(actor)} for actor in section.silent],
    }


def _position(sheet: Sheet, line: PositionLine) -> Value:
    itself = line.quote.speaker == line.actor
    return {
        "actor": {"id": line.actor, "name": sheet.name(line.actor)},
        "speaker": None if itself else sheet.speaker(line.quote),
        "doubtful": line.quote.doubtful,
        "statement": sheet.statement(line.statement),
    }


def _group(sheet: Sheet, line: GroupLine) -> Value:
    name = plain(line.name)
    return {
        "actor": {"id": None, "name": isolated(name[:1].upper() + name[1:])},  # as the site shows it
        "speaker": None,
        "doubtful": False,
        "statement": sheet.statement(line.statement),
    }


def _difference(sheet: Sheet, difference: Difference) -> Value:
    return {
        "kind": difference.kind.value,
        "topic": isolated(plain(difference.topic[:1].upper() + difference.topic[1:])),
        "tellings": [
            {
                "source": sheet.source(telling.evidence[0].article),
                "statement": sheet.statement(telling, difference.differing),
            }
            for telling in difference.tellings
        ],
        "note": plain(difference.note or ""),
    }


def _only_in(sheet: Sheet, only: OnlyIn) -> Value:
    return {"source": sheet.source(only.article), "statements": sheet.statements(only.statements)}


def _who(sheet: Sheet, entry: WhoEntry) -> Value:
    return {
        "id": entry.entity.id,
        "name": sheet.name(entry.entity.id),
        "roles": [sheet.role(role) for role in entry.roles],
    }


def _source(sheet: Sheet, source: SourceEntry) -> Value:
    article, url = source.article, source.article.url or ""
    outlet = sheet.press.outlet(article)
    return {
        "number": source.number,
        "title": isolated(plain(sheet.press.briefs[article.id].title.text)),
        "outlet": name_outlet(outlet) if outlet else "outlet not named",
        "place": plain("/".join(article.dateline.places)) if article.dateline else "",
        "url": url if len(url.encode()) <= LONGEST_LINK else "",
        "address": plain(url if len(url) <= LONGEST_ADDRESS else f"{url[:LONGEST_ADDRESS]}…"),
        "day": sheet.day(source.day),
        "words": source.words,
        "paragraphs": [f"¶{number}" for number in source.used],
        "copy_of": source.copy_of,
        "superseded": source.superseded,
    }


def _chapter(sheet: Sheet, chapter: Chapter) -> Value:
    return {
        "id": chapter.briefing,
        "title": sheet.name(chapter.briefing),
        "day": sheet.day(chapter.day),
        "later": chapter.later,
        "shared": ", ".join(isolated(plain(term)) for term in chapter.shared_terms),
    }


def _related(sheet: Sheet, related: Related) -> Value:
    return {
        "id": related.briefing,
        "title": sheet.name(related.briefing),
        "shared": ", ".join(isolated(plain(name)) for name in related.shared),
        "tie": sheet.statement(related.tie),
    }
