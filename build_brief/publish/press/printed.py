"""A page as it was printed, and when it need not be printed again.

A page is printed from its own part of the edition and from what the press knows of the articles and stories
in it. A digest of all that is its key: under the same key the same page was printed before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import sha256

from build_brief.model.article import ArticleId
from build_brief.model.briefing import Briefing, BriefingId
from build_brief.model.digests import digest_of
from build_brief.model.edition import ArticleBrief, EntityPage, IssuePage, Origin
from build_brief.model.memory import Memory, key_of
from build_brief.model.site import OutputFile
from build_brief.publish.press import Press
from build_brief.publish.press.page import Page
from build_brief.publish.wording.citations import Citation, Citations


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """What is left of a page when it has been printed."""

    path: str
    digest: str
    """Of its content."""
    uses: int
    """How many sentences are cited."""
    cited: tuple[tuple[ArticleId, tuple[int, ...]], ...]
    """Numbers of the paragraphs cited, by article."""
    citations: tuple[Citation, ...] = ()
    """By their numbers, for the same page on paper; of briefings only."""


def take_off(page: Page, file: OutputFile, *, whole: bool = False) -> Printed:
    """Return what is left of `page`, which is `file`; the `whole` of its citations only when asked for."""
    cited: dict[ArticleId, set[int]] = defaultdict(set)
    for citation in page.citations.numbers:
        cited[citation.article.id].add(citation.paragraph.number)
    return Printed(
        path=file.path,
        digest=file.digest,
        uses=page.citations.uses,
        cited=tuple((article, tuple(sorted(numbers))) for article, numbers in cited.items()),
        citations=tuple(page.citations.numbers) if whole else (),
    )


def put_back(printed: Printed, press: Press) -> Page:
    """Return the page with its citations, as those who print it on paper take it."""
    page = Page(press, printed.path)
    numbers = {citation: number for number, citation in enumerate(printed.citations, start=1)}
    page.citations = Citations(numbers=numbers, uses=printed.uses)
    return page


class Printer:
    """Prints the pages of one press, those that must be."""

    def __init__(self, press: Press, memory: Memory) -> None:
        """Take from `memory` what was printed before."""
        self.press = press
        self.files: list[OutputFile] = []
        """Every page so far."""
        self._memory = memory
        self._settings = digest_of(press.settings)
        self._articles = {brief.article.id: _mark_article(brief, press) for brief in press.edition.articles}
        origins = press.edition.drafted_from or map(_tell_origin, press.edition.briefings)
        self._stories = {
            briefing.id: self._mark_story(briefing, origin)
            for briefing, origin in zip(press.edition.briefings, origins, strict=True)
        }

    def print(self, of: str, key: str, make: Callable[[], Page], *, whole: bool = False) -> Printed:
        """Return what is left of a page `of` something; `make` prints it unless it was under `key` before."""
        anew: list[OutputFile] = []

        def print_now() -> Printed:
            page = make()
            anew.append(page.file)
            return take_off(page, anew[0], whole=whole)

        printed = self._memory.recall(Printed, key, print_now, beside=_drawer(of))
        again = OutputFile(path=printed.path, digest=printed.digest, fetch=lambda: make().content)
        self.files.append(anew[0] if anew else again)
        return printed

    def print_anew(self, page: Page) -> Printed:
        """Return what is left of `page`, of which nobody knows whether it was printed before."""
        self.files.append(page.file)
        return take_off(page, self.files[-1])

    def recall_lines(self, article: ArticleId, make: Callable[[], bytes]) -> bytes:
        """Return the packed lines of an article in the ledger's data, as `make` writes them."""
        key = self._key_of_words("lines", self.stories_of([article]), (article,))
        return self._memory.recall(bytes, key, make, beside=f"lines {_drawer(article)}")

    def key_of_briefing(self, briefing: Briefing, neighbours: Iterable[Briefing | None]) -> str:
        """Return the key of a briefing's page; `neighbours` are what it leads to besides its own links."""
        linked = [related.briefing for related in briefing.related]
        linked += [chapter.briefing for chapter in briefing.so_far]
        linked += [other.id for other in neighbours if other]
        ties = [self._articles[related.tie.evidence[0].article.id] for related in briefing.related]
        changes = briefing.changes
        moved = [self._articles[one.id] for one in (*changes.moved, *changes.changed)] if changes else []
        gone = [self._articles[one.article.id] for one in changes.gone if one.article] if changes else []
        around = (briefing.related, briefing.so_far, changes, [bool(other) for other in neighbours])
        return self._key("briefing", [briefing.id, *linked], (*around, ties, moved, gone))

    def key_of_article(self, brief: ArticleBrief, cited: Iterable[int]) -> str:
        """Return the key of an article's page, on which the paragraphs `cited` are shown."""
        own = (brief.article.id, brief.cited, sorted(cited))
        return self._key_of_words("article", [brief.briefing], own)

    def key_of_entity(self, entry: EntityPage) -> str:
        """Return the key of the page of a person, organisation or place."""
        entity, names = entry.entity, self.press.addresses.names
        quotes = (*entry.quotes_by, *entry.quotes_about)
        articles = {naming.article.id for naming in entity.named}
        articles |= {said.article for said in quotes}
        own = (entity.id, entity.name, entity.aliases, entity.side, str(entity.gender), entity.decided_roles)
        others = [names.get(other) for other in (*entry.not_to_be_confused_with, entity.side or "")]
        days = [str(entry.first_seen), str(entry.last_seen)]
        more = ([role.place for role in entry.roles], entry.not_to_be_confused_with, others, days)
        told_in = [*entry.stands_in, *(appearance.briefing for appearance in entry.appearances)]
        return self._key_of_words("entity", [*self.stories_of(articles), *told_in], (own, more))

    def key_of_issue(self, entry: IssuePage) -> str:
        """Return the key of an issue's page."""
        stories = [
            *self.stories_of(entry.section.issue.articles),
            *(one.briefing for one in entry.appearances),
        ]
        related = [(other.id, other.label) for other in entry.related]
        # Where anybody stands on it is told by its stories.
        own = (entry.section.issue.id, entry.section.issue.label, related)
        return self._key_of_words("issue", stories, own)

    def key_of_overview(
        self,
        kind: str,
        stories: Iterable[BriefingId],
        articles: Iterable[ArticleId],
        shown: tuple[object, ...],
    ) -> str:
        """Return the key of a page that leads to `stories` and `articles`; `shown` is all else on it."""
        return self._key(kind, stories, (*shown, [self._articles[article] for article in articles]))

    def stories_of(self, articles: Iterable[ArticleId]) -> list[BriefingId]:
        """Return the briefings of `articles`, each once, in order."""
        briefs = self.press.briefs
        return sorted({briefs[article].briefing for article in articles if article in briefs})

    def _mark_story(self, briefing: Briefing, origin: Origin) -> str:
        articles = [self._articles[article] for article in origin.articles if article in self._articles]
        return key_of(origin.key, briefing.id, briefing.title.text, articles)

    def _key(self, kind: str, stories: Iterable[BriefingId], own: tuple[object, ...]) -> str:
        return digest_of(kind, self._settings, [self._stories[story] for story in stories], own)

    def _key_of_words(self, kind: str, stories: Iterable[BriefingId], own: tuple[object, ...]) -> str:
        """Return the key of a page of which words and numbers tell; there are thousands of them."""
        return key_of(kind, self._settings, [self._stories[story] for story in stories], own)


def _drawer(thing: str) -> str:
    """Return one of 256 names for `thing`: of what is kept beside each there is some hundred at the most."""
    return sha256(thing.encode("utf-8", "replace")).hexdigest()[:2]


def _tell_origin(briefing: Briefing) -> Origin:
    """Return what an edition that was not composed, but made by hand, tells of a briefing."""
    return Origin(key=digest_of(briefing), articles=tuple(source.article.id for source in briefing.sources))


def _mark_article(brief: ArticleBrief, press: Press) -> str:
    """Return a digest of what any page may print of an article: its words, its names, where it stands."""
    named = press.passages.named.get(brief.article.id, ())
    article, day = brief.article, brief.day
    place = day.inferred_from.place if day.inferred_from else None
    told = (str(day.day), place, day.reason)
    return key_of(
        article.id, article.source.digest, brief.slug, brief.title.text, told, brief.briefing, named
    )
