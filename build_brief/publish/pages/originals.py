"""Print the pages of articles: what each says in short, then its paragraphs, where citations land."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import partial

from build_brief.model.article import Article, Paragraph, Rights
from build_brief.model.edition import ArticleBrief
from build_brief.publish.machines.linked_data import describe_article, print_thing
from build_brief.publish.pages.directories import ON_ONE_PAGE, Directory, Line, Row
from build_brief.publish.pages.shelves import Calendar
from build_brief.publish.press import Press
from build_brief.publish.press.page import Page
from build_brief.publish.wording.citations import place_attributes
from build_brief.publish.wording.counts import counted
from build_brief.publish.wording.escape import Markdown, escape

RIGHTS_IN_WORDS = {
    Rights.CITED: "Only the paragraphs that this site cites are shown.",
    Rights.FULL: "The whole text is shown.",
    Rights.NONE: "The text is not shown; each citation names its paragraph.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One line of an article's text: a paragraph, or a stretch of paragraphs that are not shown."""

    number: int
    words: Markdown
    place: Markdown
    """The attributes for `check`; empty for a gap."""
    classes: str
    shown: bool


def print_article(press: Press, brief: ArticleBrief, *, cited: AbstractSet[int]) -> Page:
    """Return the page of one article; `cited` are the numbers of paragraphs that other pages cite."""
    page = Page(press, press.addresses.articles[brief.article.id])
    rights = press.rights(brief.article)
    meta = {"title": brief.title.text, "hide": ["navigation"]}
    needed = cited | set(brief.cited)
    page.print(
        "article.md.jinja",
        meta=meta,
        brief=brief,
        rights=RIGHTS_IN_WORDS[rights],
        data=print_thing(describe_article(press, brief)),
        blocks=lambda: print_text(brief.article, rights, needed | page.cited_paragraphs(brief.article)),
    )
    return page


def print_text(article: Article, rights: Rights, cited: AbstractSet[int]) -> Iterator[Block]:
    """Give the paragraphs that may be shown, and a gap for each stretch of others."""
    hidden: list[Paragraph] = []
    for paragraph in article.paragraphs:
        if rights is Rights.FULL or (rights is Rights.CITED and paragraph.number in cited):
            yield from _gap(hidden)
            hidden = []
            yield _paragraph(article, paragraph, cited=paragraph.number in cited)
        elif rights is Rights.NONE and paragraph.number in cited:
            yield from _gap(hidden)
            hidden = []
            yield _reference(paragraph)
        else:
            hidden.append(paragraph)
    yield from _gap(hidden)


def _paragraph(article: Article, paragraph: Paragraph, *, cited: bool) -> Block:
    span = article.paragraph_span(paragraph)
    classes = f"{paragraph.kind.value}{' cited' if cited else ''}"
    return Block(
        number=paragraph.number,
        words=escape(span.text),
        place=place_attributes(span),
        classes=classes,
        shown=True,
    )


def _reference(paragraph: Paragraph) -> Block:
    words = escape(f"Paragraph {paragraph.number} is cited; it stands in the source.")
    return Block(number=paragraph.number, words=words, place=Markdown(), classes="reference", shown=True)


def _gap(hidden: list[Paragraph]) -> Iterator[Block]:
    if hidden:
        words = escape(f"{counted(len(hidden), 'paragraph')} not shown")
        yield Block(number=hidden[0].number, words=words, place=Markdown(), classes="gap", shown=False)


def list_articles(press: Press) -> Directory:
    """Return the index of all articles: newest first, the undated last."""
    briefs = sorted(
        press.edition.articles,
        key=lambda brief: (-brief.day.day.toordinal() if brief.day.day else 1, brief.article.id),
    )
    calendar = Calendar(months=len(briefs) > ON_ONE_PAGE)
    return Directory(
        section="articles",
        title="Articles",
        heads=("Article", "Source", "Paragraphs"),
        lines=tuple(_article_line(press, brief, calendar) for brief in briefs),
        name_shelf=calendar.name_shelf,
        best="Newest",
        by_count=False,
    )


def _article_line(press: Press, brief: ArticleBrief, calendar: Calendar) -> Line:
    return Line(
        thing=press.addresses.articles[brief.article.id],
        name=brief.title.text,
        also=(press.outlet(brief.article) or "",),
        count=len(brief.article.paragraphs),
        shelf=calendar.shelf_of(brief.day.day),
        row=partial(_article_row, brief),
        told=(brief.day, press.outlet(brief.article)),
    )


def _article_row(brief: ArticleBrief, page: Page) -> Row:
    outlet = escape(page.press.outlet(brief.article) or "outlet not named")
    words = Markdown(f"{outlet}, {page.day(brief.day)}")
    return page.article_link(brief.article), words, len(brief.article.paragraphs)
