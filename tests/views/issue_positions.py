"""Each issue across the articles: its label, where it is spoken of, who stands where, who is silent."""

from __future__ import annotations

from collections.abc import Iterator

from build_brief.analyse import analyse
from build_brief.link import link
from build_brief.model.article import Article
from build_brief.model.dossier import Issue


def view(articles: tuple[Article, ...]) -> str:
    return "\n".join(line for issue in link(map(analyse, articles)).issues for line in _lines(issue))


def _lines(issue: Issue) -> Iterator[str]:
    places = dict.fromkeys(
        f"{p.article.id.removesuffix('.txt')}¶{p.paragraph.number}" for p in issue.passages
    )
    yield f"{issue.label} | {' '.join(places)}"
    for position in issue.positions:
        for quote in position.quotes:
            words = " … ".join(content.text for content in quote.quote.contents)
            yield f"  {position.actor} | {words}"
    for actor in issue.silent:
        yield f"  {actor} | silent"
