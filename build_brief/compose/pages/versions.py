"""Find the earlier versions of each briefing in the history, and write down the one that stands now.

A briefing goes on from the record that shares most files with it, whatever its title and address are
now. It is a new version when it rests on other files, or on files of other content; a file that only
has another name changes nothing. Doing it twice gives the same: what is written down now is what the
next build finds.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from build_brief.compose.archive import Archive
from build_brief.model.article import ArticleId, Span
from build_brief.model.briefing import Briefing
from build_brief.model.history import History, KnownStatement, StoryRecord, Version

DIGITS = 16
"""Of a digest: two of a million sentences are then alike once in ten million times."""

Sources = tuple[tuple[ArticleId, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A story as it is told now."""

    sources: Sources
    said: tuple[KnownStatement, ...]


def record_versions(history: History, tellings: Sequence[Telling]) -> tuple[History, list[StoryRecord]]:
    """Return the history that holds with `tellings`, and the record of each of them, in their order."""
    edition = history.edition + 1
    known = _match(history.stories, tellings)
    records = [_go_on(known.get(at), telling, edition) for at, telling in enumerate(tellings)]
    # Compared by identity: two tellings of different stories may leave equal records.
    taken = {id(record) for record in known.values()}
    left = [_end(record, edition) for record in history.stories if id(record) not in taken]
    stories = tuple(sorted((*records, *left), key=_by_file))
    new = any(record.versions[-1].edition == edition for record in stories)
    return History(edition=edition if new else history.edition, stories=stories), records


def digest_words(span: Span) -> str:
    """Return a digest of the words of `span`, blanks and line ends aside."""
    words = " ".join(span.text.split())
    return sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]


def digest_sentence(span: Span, archive: Archive) -> str:
    """Return a digest of the sentence that holds the start of `span`: a clause of it tells nothing else."""
    sentence = archive.sentence_at(span)
    return digest_words(sentence.span if sentence else span)


def read_telling(briefing: Briefing, said: tuple[KnownStatement, ...]) -> Telling:
    """Return `briefing` as the history knows it; `said` is what it says by itself."""
    articles = (source.article for source in briefing.sources)
    return Telling(sources=tuple(sorted((found.id, found.source.digest) for found in articles)), said=said)


def list_said(briefing: Briefing, archive: Archive) -> tuple[KnownStatement, ...]:
    """Return what the page of `briefing` says of its own story, each sentence once."""
    printed = replace(briefing, related=()).statements
    said: dict[str, KnownStatement] = {}
    for span in (statement.evidence[0] for statement in printed):
        words, paragraph = digest_sentence(span, archive), span.paragraph.number
        said.setdefault(words, KnownStatement(file=span.article.id, paragraph=paragraph, words=words))
    return tuple(said.values())


def _by_file(record: StoryRecord) -> tuple[bool, Sources, Sequence[int]]:
    return record.ended, record.sources, [version.edition for version in record.versions]


def _match(records: Sequence[StoryRecord], tellings: Sequence[Telling]) -> dict[int, StoryRecord]:
    """Return for each story, by its place, the record that it goes on from; no record is taken twice."""
    ranked = sorted(_rank(records, tellings))
    free, found = set(range(len(records))), {}
    for _, _, _, record, telling in ranked:
        if record in free and telling not in found:
            free.remove(record)
            found[telling] = records[record]
    return found


def _rank(
    records: Sequence[StoryRecord], tellings: Sequence[Telling]
) -> Iterator[tuple[int, bool, int, int, int]]:
    """Yield the pairs with a file in common, the best first when sorted.

    Files of one name count before those of one content; a story that goes on counts before an ended one.
    """
    named, alike = _index(records, 0), _index(records, 1)
    for at, telling in enumerate(tellings):
        names = Counter(record for file, _ in telling.sources for record in named.get(file, ()))
        contents = Counter(record for _, digest in telling.sources for record in alike.get(digest, ()))
        for record in names.keys() | contents.keys():
            yield -names[record], records[record].ended, -contents[record], record, at


def _index(records: Sequence[StoryRecord], part: int) -> Mapping[str, list[int]]:
    index: defaultdict[str, list[int]] = defaultdict(list)
    for at, record in enumerate(records):
        for value in dict.fromkeys(source[part] for source in record.sources):
            index[value].append(at)
    return index


def _go_on(record: StoryRecord | None, telling: Telling, edition: int) -> StoryRecord:
    if record is None:
        first = Version(edition=edition, added=tuple(file for file, _ in telling.sources))
        return StoryRecord(sources=telling.sources, versions=(first,), now=telling.said)
    record = _rename(record, telling.sources)
    version = _compare(record.sources, telling.sources, edition)
    if record.ended or version.added or version.changed or version.removed:
        return StoryRecord(
            sources=telling.sources,
            versions=(*record.versions, version),
            before=record.now,
            now=telling.said,
        )
    return record


def _rename(record: StoryRecord, now: Sources) -> StoryRecord:
    """Return `record` with the names that its files have now: the same content under another name."""
    there = {file for file, _ in now}
    known = {file for file, _ in record.sources}
    moved = {digest: file for file, digest in reversed(now) if file not in known}
    names = {file: moved.get(digest, file) for file, digest in record.sources if file not in there}

    def name(said: Iterable[KnownStatement]) -> tuple[KnownStatement, ...]:
        return tuple(replace(one, file=names.get(one.file, one.file)) for one in said)

    sources = sorted((names.get(file, file), digest) for file, digest in record.sources)
    return replace(record, sources=tuple(sources), before=name(record.before), now=name(record.now))


def _compare(old: Sources, new: Sources, edition: int) -> Version:
    """Return what came and went from `old` to `new`."""
    before, after = dict(old), dict(new)
    return Version(
        edition=edition,
        added=tuple(file for file in after if file not in before),
        changed=tuple(file for file, digest in new if before.get(file, digest) != digest),
        removed=tuple(file for file in before if file not in after),
    )


def _end(record: StoryRecord, edition: int) -> StoryRecord:
    if record.ended:
        return record
    last = Version(edition=edition, added=(), removed=tuple(file for file, _ in record.sources))
    return StoryRecord(sources=record.sources, versions=(*record.versions, last), ended=True)
