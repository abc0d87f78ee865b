"""Print the ledger of quotes: a table for every reader, and the data that the page's script filters."""

from __future__ import annotations

import json
import zlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from io import BytesIO

from build_brief.model.article import ArticleId
from build_brief.model.dossier import AttributedQuote, QuoteId
from build_brief.model.site import OutputFile
from build_brief.publish.press import Press
from build_brief.publish.press.page import Page
from build_brief.publish.press.printed import Printer
from build_brief.publish.wording.counts import counted
from build_brief.publish.wording.escape import Markdown, escape
from build_brief.publish.wording.speech import find_told

MAX_PLAIN = 300
"""Rows of the plain table; a longer one makes the page slow, and people's pages hold the rest."""

DATA = "assets/quotes.js"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of the plain table."""

    words: Markdown
    chip: Markdown
    speaker: Markdown
    source: Markdown


@dataclass(frozen=True, slots=True, kw_only=True)
class _Issues:
    """Which issues are spoken of where."""

    passages: defaultdict[ArticleId, list[tuple[int, int, str]]]
    """By article: start, end and issue."""
    spoken: defaultdict[QuoteId, list[str]]
    """By quote, the issues on which it is somebody's stand."""


def print_ledger(press: Press) -> Page:
    """Return the page with the plain table."""
    page, quotes = Page(press, "quotes.md"), press.edition.dossier.quotes
    left_out = max(0, len(quotes) - MAX_PLAIN)
    page.print(
        "quotes.md.jinja",
        meta={"title": "Quotes", "search": {"exclude": True}, "hide": ["navigation", "toc"]},
        summary=f"{counted(len(quotes), 'quote')}, each as its source prints it.",
        rows=[_row(page, said) for said in quotes[:MAX_PLAIN]],
        left_out=f"{left_out:,} more stand on the pages of their speakers, and here with JavaScript."
        if left_out
        else "",
    )
    return page


def _row(page: Page, said: AttributedQuote) -> Row:
    first = said.quote.contents[0]
    kind = "verbatim" if said.quote.kind == "verbatim" else "reported"
    speaker = (
        page.link(said.speaker, said.speaker_name)
        if said.speaker
        else escape(said.speaker_name or "not named")
    )
    doubt = ' <span class="chip doubt">uncertain</span>' if said.doubtful else ""
    day = page.day(page.press.days[first.article.id])
    place = page.paragraph_link(first.article, first.paragraph.number, f"¶{first.paragraph.number}")
    return Row(
        words=page.spoken(said),
        chip=Markdown(f'<span class="chip {kind}">{kind}</span>'),
        speaker=Markdown(f"{speaker}{doubt}"),
        source=Markdown(f"{page.source(first.article)}, {day}, {place}"),
    )


def write_data(printer: Printer) -> OutputFile:
    """Return the script that hands all quotes to the page; from a folder nothing could be fetched.

    An article's lines are kept packed, for those of ten thousand articles are a hundred megabytes.
    """
    press, issues = printer.press, _index_issues(printer.press)
    script, between = BytesIO(), b""
    script.write(b'window.buildBriefQuotes = {"quotes": [\n')
    for article, quotes in press.quotes.items():
        lines = printer.recall_lines(article, partial(_pack_lines, press, quotes, issues))
        script.write(between + zlib.decompress(lines))
        between = b",\n"
    script.write(b"\n]};\n")
    return press.pack(DATA, script.getvalue())


def _pack_lines(press: Press, quotes: Iterable[AttributedQuote], issues: _Issues) -> bytes:
    lines = (_as_script(_describe(press, said, _find_issues(said, issues))) for said in quotes)
    return zlib.compress(",\n".join(lines).encode(), level=1)


def _as_script(quote: dict[str, object]) -> str:
    """Return JSON that is also a script: ASCII, and never the end of a script element."""
    return json.dumps(quote, ensure_ascii=True, separators=(",", ":")).replace("<", "\\u003c")


def _describe(press: Press, said: AttributedQuote, issues: list[str]) -> dict[str, object]:
    first = said.quote.contents[0]
    article, day = first.article, press.days[first.article.id]
    speaker = press.addresses.things.get(said.speaker or "")
    return {
        "article": article.id,
        "paragraph": first.paragraph.number,
        "words": [span.text for span in find_told(said.quote)],
        "kind": said.quote.kind.value,
        "speaker": said.speaker_name,
        "page": _html(speaker) if speaker else "",
        "side": press.addresses.names.get(said.side or "", ""),
        "issues": issues,
        "outlet": press.outlet(article) or "",
        "title": press.briefs[article.id].title.text,
        "source": f"{_html(press.addresses.articles[article.id])}#p{first.paragraph.number}",
        "day": day.day.isoformat() if day.day else "",
        "inferred": bool(day.reason),
        "doubtful": said.doubtful,
    }


def _html(path: str) -> str:
    return path.removesuffix(".md") + ".html"


def _find_issues(said: AttributedQuote, issues: _Issues) -> list[str]:
    """Return the issues of a quote: those whose passages or positions hold it."""
    content = said.quote.contents[0]
    held = {
        label
        for start, end, label in issues.passages[content.article.id]
        if start < content.end and content.start < end
    }
    return list(dict.fromkeys((*sorted(held), *issues.spoken[said.id])))


def _index_issues(press: Press) -> _Issues:
    passages: defaultdict[ArticleId, list[tuple[int, int, str]]] = defaultdict(list)
    spoken: defaultdict[QuoteId, list[str]] = defaultdict(list)
    for issue in press.edition.dossier.issues:
        for span in issue.passages:
            passages[span.article.id].append((span.start, span.end, issue.label))
        for position in issue.stands:
            for said in position.quotes:
                spoken[said.id].append(issue.label)
    return _Issues(passages=passages, spoken=spoken)
