"""What a page is about, for machines: JSON-LD in the words of schema.org (Article, Quotation, Person …).

It says nothing that the page does not say: a quotation stands there only in the speaker's own words and with
a speaker beyond doubt, and a day only when the source gives it.
"""

from __future__ import annotations

import json

from build_brief.model.annotations import QuoteKind
from build_brief.model.article import Article
from build_brief.model.briefing import Briefing, KeyQuote
from build_brief.model.dates import ArticleDay
from build_brief.model.dossier import Entity, EntityId, EntityKind
from build_brief.model.edition import ArticleBrief
from build_brief.publish.machines.feeds import summarise
from build_brief.publish.press import Press
from build_brief.publish.wording.escape import Markdown, visible

TYPES = {
    EntityKind.PERSON: "Person",
    EntityKind.ORGANISATION: "Organization",
    EntityKind.PLACE: "Place",
}

Thing = dict[str, object]


def print_thing(thing: Thing) -> Markdown:
    """Return the element that holds `thing`: data to a browser, never a script, whatever the words are."""
    filled = {name: value for name, value in thing.items() if value not in (None, "", [])}
    text = json.dumps({"@context": "https://schema.org", **filled}, ensure_ascii=True)
    for character in "<>&":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markdown(f'<script type="application/ld+json">{text}</script>')


def describe_briefing(press: Press, briefing: Briefing) -> Thing:
    """Return an Article: what it is about, what it rests on, whom it quotes."""
    return {
        "@type": "Article",
        "headline": visible(briefing.title.text),
        "url": _url(press, briefing.id),
        "image": press.picture(briefing.id),
        "datePublished": _given(briefing.story.day),
        "inLanguage": "en",
        "abstract": summarise(briefing),
        "about": [{"@type": "Thing", "name": visible(s.issue.label)} for s in briefing.issues],
        "mentions": [_name(press, entry.entity) for entry in briefing.who],
        "isBasedOn": [_describe_source(press, source.article) for source in briefing.sources],
        "hasPart": [
            quotation for key in briefing.key_quotes if (quotation := _describe_quotation(press, key))
        ],
    }


def describe_article(press: Press, brief: ArticleBrief) -> Thing:
    """Return a NewsArticle: what the source says of itself."""
    author = visible(brief.article.byline or "")
    return {
        **_describe_source(press, brief.article),
        "author": [{"@type": "Person", "name": author}] if author else [],
        "inLanguage": brief.article.language,
    }


def describe_entity(press: Press, entity: Entity) -> Thing:
    """Return a Person, Organization or Place, with its other names in the sources."""
    return {
        **_name(press, entity),
        "alternateName": [visible(alias) for alias in entity.aliases],
    }


def _describe_quotation(press: Press, key: KeyQuote) -> Thing | None:
    said = key.cluster.fullest
    if said.quote.kind is not QuoteKind.VERBATIM or said.doubtful or not said.speaker:
        return None
    kind = EntityKind(said.speaker.partition("/")[0])
    return {
        "@type": "Quotation",
        "text": visible(" … ".join(span.text for span in said.quote.contents)),
        "creator": {"@type": TYPES[kind], "name": visible(said.speaker_name)},
        "isPartOf": _describe_source(press, said.quote.contents[0].article),
    }


def _describe_source(press: Press, article: Article) -> Thing:
    outlet = press.outlet(article)
    thing: Thing = {"@type": "NewsArticle", "headline": visible(press.briefs[article.id].title.text)}
    if article.url:
        thing["url"] = article.url
    if article.published:
        thing["datePublished"] = article.published.isoformat()
    if outlet:
        thing["publisher"] = {"@type": "Organization", "name": visible(outlet)}
    return thing


def _name(press: Press, entity: Entity) -> Thing:
    thing: Thing = {"@type": TYPES[entity.kind], "name": visible(entity.name)}
    url = _url(press, entity.id)
    return {**thing, "url": url} if url else thing


def _url(press: Press, thing: str | EntityId) -> str:
    """Return the full address of the page of `thing`; empty when there is no page, or none is known."""
    page = press.addresses.urls.get(thing, "")
    return press.settings.address + page if press.settings.address and page else ""


def _given(day: ArticleDay) -> str:
    """Return a day that a source gives; an inferred one is not handed on without its doubt."""
    return day.day.isoformat() if day.day and not day.reason else ""
