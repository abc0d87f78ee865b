"""Say what a briefing has that its version before had not, and what became of the rest.

New is a statement whose sentence the version before did not use, wherever it stands now. Of what is
not on the page any more only the place is known; the history keeps no words.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from build_brief.compose.archive import Archive, open_archive
from build_brief.compose.cuttings import Cutter
from build_brief.compose.pages.versions import digest_sentence, digest_words, read_telling, record_versions
from build_brief.compose.sentences.statements import write_statement
from build_brief.model.annotations import AnnotatedArticle
from build_brief.model.article import ArticleId
from build_brief.model.briefing import Briefing
from build_brief.model.changes import Changes, Gone, GoneReason
from build_brief.model.edition import Edition
from build_brief.model.filling import fill_in
from build_brief.model.history import History, KnownStatement, StoryRecord
from build_brief.model.statements import Statement, Voice

UNCERTAIN = "speaker uncertain"

Published = Mapping[ArticleId, AnnotatedArticle]
"""All articles of the site, whatever story tells of them."""


def write_changes(
    edition: Edition, history: History, said: Iterable[tuple[KnownStatement, ...]], cutter: Cutter
) -> Edition:
    """Return `edition` with what is new on each briefing since `history`, and the history to keep.

    `said` is what each briefing says by itself.
    """
    tellings = map(read_telling, edition.briefings, said)
    kept, records = record_versions(history, tuple(tellings))
    return replace(
        edition,
        briefings=tuple(
            fill_in(briefing, changes=_describe(briefing, record, cutter))
            for briefing, record in zip(edition.briefings, records, strict=True)
        ),
        history=kept,
    )


def _describe(briefing: Briefing, record: StoryRecord, cutter: Cutter) -> Changes:
    if len(record.versions) == 1:
        return Changes(versions=record.versions)
    last, published = record.versions[-1], cutter.annotated
    archive = open_archive(cutter.cut((briefing.story,)))
    own = {source.article.id for source in briefing.sources}
    printed = replace(briefing, related=()).statements
    new = tuple(_find_new(printed, record, archive))
    return Changes(
        versions=record.versions,
        added=tuple(published[file].article for file in last.added if file in own),
        changed=tuple(published[file].article for file in last.changed if file in own),
        moved=tuple(published[file].article for file in last.removed if file in published),
        withdrawn=tuple(file for file in last.removed if file not in published),
        new=new,
        speakers=tuple(name_speaker(statement, archive) for statement in new),
        gone=tuple(_find_gone(_find_missing(record, printed, archive), own, published)),
    )


def _find_new(printed: tuple[Statement, ...], record: StoryRecord, archive: Archive) -> Iterator[Statement]:
    seen = {said.words for said in record.before}
    for statement in printed:
        words = digest_sentence(statement.evidence[0], archive)
        if words not in seen:
            seen.add(words)
            yield _write_whole(statement, archive)


def _write_whole(statement: Statement, archive: Archive) -> Statement:
    """Return the sentence of a clause: elsewhere on the page stands who says it, in a list of news nobody."""
    span = statement.evidence[0]
    sentence = archive.sentence_at(span)
    if sentence is None or sentence.span == span:
        return statement
    whole = write_statement(sentence.span, archive)
    return whole or Statement(evidence=(sentence.span,), voice=Voice.REPORTED)


def name_speaker(statement: Statement, archive: Archive) -> str:
    """Return who says a sentence that is all somebody's words, with nobody named in it."""
    span = statement.evidence[0]
    quotes = archive.quotes_in(span)
    named = any(said.quote.speaker and span.covers(said.quote.speaker) for said in quotes)
    if named or not quotes:
        return ""
    unsure = quotes[0].doubtful or not quotes[0].speaker_name
    return UNCERTAIN if unsure else quotes[0].speaker_name


def _find_missing(
    record: StoryRecord, printed: tuple[Statement, ...], archive: Archive
) -> list[KnownStatement]:
    """Return what the version before printed and this one neither prints nor cites."""
    cited = {digest_sentence(span, archive) for statement in printed for span in statement.evidence}
    return [said for said in record.before if said.words not in cited]


def _find_gone(
    missing: list[KnownStatement], own: Collection[ArticleId], published: Published
) -> Iterator[Gone]:
    """Yield one entry for each file and reason, in the order of the reasons."""
    grouped: dict[tuple[GoneReason, ArticleId], set[int]] = {}
    for said in missing:
        grouped.setdefault((_find_reason(said, own, published), said.file), set()).add(said.paragraph)
    for reason in GoneReason:
        for (why, file), paragraphs in grouped.items():
            if why is reason:
                found = published.get(file)
                article = found.article if found else None
                yield Gone(reason=reason, file=file, paragraphs=tuple(sorted(paragraphs)), article=article)


def _find_reason(said: KnownStatement, own: Collection[ArticleId], published: Published) -> GoneReason:
    annotated = published.get(said.file)
    if annotated is None:
        return GoneReason.WITHDRAWN
    if said.file not in own:
        return GoneReason.MOVED
    stands = any(digest_words(sentence.span) == said.words for sentence in annotated.sentences)
    return GoneReason.REPLACED if stands else GoneReason.REWORDED
