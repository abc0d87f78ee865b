"""What every page of one edition is printed with: templates, addresses, what is known of the words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup

from build_brief.model.article import Article, ArticleId, Rights
from build_brief.model.briefing import Briefing, BriefingId
from build_brief.model.dates import ArticleDay
from build_brief.model.dossier import AttributedQuote
from build_brief.model.edition import ArticleBrief, Edition
from build_brief.model.site import Pack, pack_file
from build_brief.publish.press.addresses import Addresses, find_addresses
from build_brief.publish.press.passages import Passages, find_passages
from build_brief.publish.settings import SiteSettings
from build_brief.publish.wording.counts import counted
from build_brief.publish.wording.escape import Markdown, attribute, escape
from build_brief.publish.wording.runs import by_article, by_date

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = Path(__file__).parents[1] / "templates"


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """Everything that the pages of one edition share."""

    edition: Edition
    settings: SiteSettings
    addresses: Addresses
    passages: Passages
    days: dict[ArticleId, ArticleDay]
    briefs: dict[ArticleId, ArticleBrief]
    briefings: dict[str, Briefing]
    quotes: dict[ArticleId, list[AttributedQuote]]
    """By article, in the order of its text."""
    templates: Environment
    pack: Pack
    """Keeps what is printed until it is written."""

    def outlet(self, article: Article) -> str | None:
        """Return who published `article`: its outlet, or the agency of its dateline; None when unnamed."""
        if article.publisher:
            return article.publisher.removeprefix("www.") or None
        return article.dateline.agency if article.dateline else None

    def picture(self, briefing: BriefingId) -> str:
        """Return the full address of the picture for cards of a briefing; empty when there is none."""
        page = self.addresses.urls[briefing].removesuffix(".html")
        return f"{self.settings.address}{page}.png" if self.settings.draws_cards else ""

    def is_verbatim(self, said: AttributedQuote) -> bool:
        """Tell whether a quote is in its speaker's own words, as its article's brief counts it."""
        article, number = said.place
        return self.briefs[article].spoken[number - 1].verbatim

    def rights(self, article: Article) -> Rights:
        """Return how much of `article` may be printed again: its own header decides before the site does."""
        return article.rights or self.settings.source_text


def set_up(edition: Edition, settings: SiteSettings, pack: Pack = pack_file) -> Press:
    """Return the press for `edition`; `pack` keeps what it prints until it is written."""
    quotes = _by_article(edition.dossier.quotes)
    return Press(
        edition=edition,
        settings=settings,
        addresses=find_addresses(edition),
        passages=find_passages(edition.dossier, quotes),
        days=dict(edition.dossier.days),
        briefs={brief.article.id: brief for brief in edition.articles},
        briefings={briefing.id: briefing for briefing in edition.briefings},
        quotes=quotes,
        templates=load_templates(),
        pack=pack,
    )


def _by_article(quotes: Iterable[AttributedQuote]) -> dict[ArticleId, list[AttributedQuote]]:
    found: defaultdict[ArticleId, list[AttributedQuote]] = defaultdict(list)
    for said in quotes:
        found[said.article].append(said)
    return dict(found)


@cache
def load_templates() -> Environment:
    """Return the environment of all builds; printing a value that was not escaped raises `TypeError`."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=refuse_unescaped,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    environment.filters["md"] = escape
    environment.filters["attr"] = attribute
    environment.filters["counted"] = counted
    environment.globals |= {"by_date": by_date, "by_article": by_article}
    return environment


def refuse_unescaped(value: object) -> object:
    """Return `value` when it may stand in a page as it is; macros return `Markup`."""
    if isinstance(value, (Markdown, Markup, int)):
        return value
    message = f"a template prints {type(value).__name__} without an escape: {value!r:.60}"
    raise TypeError(message)
