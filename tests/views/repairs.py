"""What becomes of each sentence when it must stand alone; a cross when it cannot."""

from __future__ import annotations

from build_brief.analyse import analyse
from build_brief.compose.archive import open_archive
from build_brief.compose.sentences.statements import write_statement
from build_brief.link import link
from build_brief.model.article import Article


def view(articles: tuple[Article, ...]) -> str:
    dossier = link(map(analyse, articles))
    archive = open_archive(dossier)
    lines = []
    for annotated in dossier.articles:
        for sentence in annotated.sentences:
            statement = write_statement(sentence.span, archive)
            lines.append(f"✓ {statement.text}" if statement else f"✗ {sentence.span.text}")
    return "\n".join(lines)
