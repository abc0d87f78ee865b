"""What is found under an editor's rulings: pages, quotes with their speakers, stories, issues, notices."""

from __future__ import annotations

from collections.abc import Iterator

from build_brief.analyse import analyse
from build_brief.link import link
from build_brief.model.article import Article
from build_brief.model.dossier import AttributedQuote, Dossier, Entity, Story
from build_brief.model.rulings import NO_RULINGS, Rulings


def view(articles: tuple[Article, ...], rulings: Rulings = NO_RULINGS) -> str:
    return "\n".join(lines(link(map(analyse, articles), rulings=rulings)))


def lines(dossier: Dossier) -> Iterator[str]:
    yield from map(show_page, dossier.entities)
    yield from map(show_quote, dossier.quotes)
    if len(dossier.articles) > 1:
        yield from map(show_story, dossier.stories)
    for issue in dossier.issues:
        places = dict.fromkeys(f"{name(p.article)}¶{p.paragraph.number}" for p in issue.passages)
        yield f"issue {issue.label} | {' '.join(places)}"
    for notice in dossier.notices:
        yield f"notice {notice.path}: {notice.message} {notice.cure}"


def show_page(entity: Entity) -> str:
    where = sorted({name(mention.span.article) for mention in entity.mentions})
    parts = [f"page {entity.id}", entity.name]
    parts += [f"also {', '.join(entity.aliases)}"] if entity.aliases else []
    parts += [f"is {', '.join(entity.decided_roles)}"] if entity.decided_roles else []
    return " | ".join([*parts, f"in {' '.join(where)}"])


def show_quote(said: AttributedQuote) -> str:
    first = said.quote.contents[0]
    who = f"{said.speaker_name or 'nobody'}{f' ({said.speaker})' if said.speaker else ''}"
    doubt = " | doubtful" if said.doubtful else ""
    return f"said {name(first.article)}¶{first.paragraph.number} {first.text} | {who}{doubt}"


def show_story(story: Story) -> str:
    return f"story {' '.join(map(str, story.articles))}{f' | {story.title}' if story.title else ''}"


def name(article: Article) -> str:
    return article.id.removesuffix(".txt")
