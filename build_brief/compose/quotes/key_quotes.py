"""Choose the quotes worth a block of their own: whole thoughts, different mouths, telling words.

Only quotes whose speaker is sure are considered. A whole sentence beats a fragment, a stand beats a
courtesy, words that several sources report beat words that one has; nobody fills the section alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from build_brief.compose.differences.wordings import find_all_differing, find_otherwise, find_same_words
from build_brief.compose.quotes.occasions import find_day, name_addressee
from build_brief.compose.quotes.paraphrases import find_paraphrases
from build_brief.compose.quotes.parts import find_parts
from build_brief.compose.quotes.telling import weigh_quote
from build_brief.compose.sentences.clauses import is_whole_clause
from build_brief.compose.sentences.headlined import is_titled
from build_brief.compose.sentences.kin import is_kin
from build_brief.compose.sentences.passages import Passage, StoryFile
from build_brief.compose.sentences.roles import read_role
from build_brief.compose.sentences.stands import is_paper
from build_brief.compose.sentences.statements import write_quote
from build_brief.compose.sentences.wordings import overlap, weigh_words
from build_brief.language.vocabulary import read_words
from build_brief.model.annotations import Quote, QuoteKind
from build_brief.model.article import Span
from build_brief.model.briefing import KeyQuote
from build_brief.model.dossier import AttributedQuote, EntityKind, QuoteCluster
from build_brief.model.statements import Statement

MOST = 6
SURE = 0.9
LIKELY = 0.6
"""Confidence of words and speaker both, below which the words may be nobody's, or cut wrongly."""
AGREED = 0.6
"""Confidence that is enough when two sources agree on the speaker."""
LEAST_SCORE = 1.1
"""Below this a quote is a scrap or a courtesy; better none."""
LEAST_QUOTED = 5
"""Words inside marks that a reporter's clause needs to count as the speaker's."""
QUOTED_SHARE = 0.4
SAME_SPEAKER, SAME_SIDE = 0.9, 0.3
"""What each earlier quote of the speaker, or of the same side, takes off."""
MOST_OF_ONE = 2
BEGINNING, REST = 0.3, 0.7
"""What a quote loses of which only the beginning, or a later part, stands alone."""
REPEATS = 0.6
INTRODUCED = re.compile(r": |, [“\"]|,[”\"](?!$)")
"""A speaker named inside the words: “Dahl told the paper, “We …””."""
CLAUSE = re.compile(r"(?:When|As|After|Before|While|Once|Until|an?|if|whether|that|to) ")
"""“When Dahl called, the minister “suggested …””: of another's words."""
ANSWERED = re.compile(r"[.!] ")
"""A question after a statement; a question alone says nothing."""
SOME = frozenset({"one", "another", "some"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A quote that could be printed, and how much it tells."""

    cluster: QuoteCluster
    statement: Statement
    score: float

    @property
    def speaker(self) -> str:
        """Whose words they are: the page of the speaker, or the source's own words for one."""
        return self.cluster.fullest.speaker or self.cluster.fullest.speaker_name


def choose_key_quotes(file: StoryFile) -> tuple[KeyQuote, ...]:
    """Return up to six key quotes, the most telling first; none when nothing telling is sure."""
    candidates = [found for cluster in file.clusters if (found := _consider(cluster, file))]
    chosen: list[Candidate] = []
    while candidates and len(chosen) < MOST:
        best = max(candidates, key=lambda one: (_gain(one, chosen), _earlier_first(one)))
        if _gain(best, chosen) < LEAST_SCORE:
            break
        chosen.append(best)
        candidates = [one for one in candidates if one is not best and not _repeats(one, best)]
    return tuple(_describe(one, file) for one in chosen)


def find_quoted_passages(key_quotes: Iterable[KeyQuote], file: StoryFile) -> tuple[Passage, ...]:
    """Return the sentences that are mostly the words of one of `key_quotes`, in any of its wordings."""
    contents = [
        content
        for key in key_quotes
        for told in (key.cluster.fullest, *key.cluster.variants)
        for content in told.quote.contents
        if told.quote.kind is QuoteKind.VERBATIM
    ]
    sentences = ((content, file.archive.sentence_at(content)) for content in contents)
    mostly = {
        sentence.span.place
        for content, sentence in sentences
        if sentence and 2 * (content.end - content.start) > sentence.span.end - sentence.span.start
    }
    return tuple(passage for passage in file.passages if passage.place in mostly)


def _consider(cluster: QuoteCluster, file: StoryFile) -> Candidate | None:
    own = {annotated.article.id for annotated in file.articles}
    told = [q for q in (cluster.fullest, *cluster.variants) if q.article in own]
    fullest = min(filter(_is_a_thought, told), key=_rank_telling, default=None)
    if fullest is None or fullest.quote.confidence < LIKELY:
        return None
    if fullest is not cluster.fullest:
        cluster = _put_first(cluster, fullest)
    if is_paper(fullest.speaker_name) or is_kin(fullest, file.archive):
        return None
    if not is_sure(fullest):
        if not _is_agreed(cluster, file):
            return None
        # What two sources put in the same mouth, in the same words, is no longer in doubt.
        cluster = replace(cluster, fullest=replace(cluster.fullest, doubtful=False))
    return _write(cluster, file)


def _write(cluster: QuoteCluster, file: StoryFile) -> Candidate | None:
    """Return what is said whole, or else the best part of it that stands without the rest."""
    whole = _write_words(cluster, cluster.fullest.quote, file)
    if whole is not None and whole.score >= LEAST_SCORE:
        return whole
    parts = [
        replace(one, score=one.score - (BEGINNING if begins else REST))
        for words, begins in find_parts(cluster.fullest.quote)
        if (one := _write_words(cluster, words, file))
    ]
    return max(([whole] if whole else []) + parts, key=lambda one: one.score, default=None)


def _write_words(cluster: QuoteCluster, words: Quote, file: StoryFile) -> Candidate | None:
    statement = write_quote(words, file.archive)
    mixed = words.kind is QuoteKind.MIXED
    if statement is None or is_titled(statement.text) or (mixed and not _is_said_whole(statement.text)):
        return None
    return Candidate(cluster, statement, weigh_quote(cluster.fullest, statement, len(cluster.variants)))


def _is_a_thought(quote: AttributedQuote) -> bool:
    """Tell whether a quote is words of the speaker, or a clause that is mostly his words."""
    kind = quote.quote.kind
    if quote.quote.contents[-1].text.rstrip("”’\"' ").endswith("?") and len(quote.quote.contents) == 1:
        return bool(ANSWERED.search(quote.quote.contents[0].text))
    mixed = kind is QuoteKind.MIXED and not is_paper(quote.speaker_name)
    return kind is QuoteKind.VERBATIM or (mixed and _is_mostly_quoted(quote))


def _is_said_whole(text: str) -> bool:
    """Tell whether a reporter's clause may stand as a quote, without words of ours or a comment of his.

    “[Dahl] would ask parliament “to …”” and “an even split on “…”” are what the reporter tells.
    """
    return not any(mark in text for mark in "[(") and not CLAUSE.match(text)


def _rank_telling(quote: AttributedQuote) -> tuple[bool, bool]:
    """Return a key that puts a known speaker first, then whole sentences before pieces of one."""
    piece = quote.quote.kind is not QuoteKind.VERBATIM or not quote.quote.contents[0].text[:1].isupper()
    return not quote.speaker, piece


def _put_first(cluster: QuoteCluster, quote: AttributedQuote) -> QuoteCluster:
    """Return `cluster` told in the words of `quote`, one of its variants."""
    others = (one for one in (cluster.fullest, *cluster.variants) if one is not quote)
    return replace(
        cluster, fullest=quote, variants=tuple(sorted(others, key=lambda one: one.quote.contents[0].place))
    )


def is_sure(quote: AttributedQuote) -> bool:
    """Tell whether a quote may be printed under its speaker's name without doubt."""
    # A bare surname that leads to nobody does not say who speaks.
    named = bool(quote.speaker) or _is_name(quote.speaker_name)
    return named and not quote.doubtful


def _is_name(words: str) -> bool:
    """Tell whether a reader can know who is meant: “a Pentagon aide”, but not “Ms. Ruiz” or “a fan”."""
    rest = [word for word in words.split() if word.rstrip(".") not in read_words("courtesy_titles")]
    return len(rest) > 1 and rest[0].lower() not in SOME and any(word[0].isupper() for word in rest[1:])


def _is_agreed(cluster: QuoteCluster, file: StoryFile) -> bool:
    """Tell whether sources of independent origin give these words to one known speaker."""
    told = (cluster.fullest, *cluster.variants)
    articles = {q.article for q in told}
    origins = sum(bool(articles & set(origin)) for origin in file.story.origins)
    one_speaker = cluster.fullest.speaker and {q.speaker for q in told} == {cluster.fullest.speaker}
    return bool(one_speaker) and origins > 1 and all(q.quote.speaker_confidence >= AGREED for q in told)


def _is_mostly_quoted(quote: AttributedQuote) -> bool:
    """Tell whether enough of a reporter's clause is the speaker's own words."""
    quoted = sum(len(part.text.split()) for part in quote.quote.quoted)
    words = sum(len(part.text.split()) for part in quote.quote.contents)
    introduced = any(INTRODUCED.search(part.text) for part in quote.quote.contents)
    whole = is_whole_clause(quote.quote.contents[0].text)
    return quoted >= LEAST_QUOTED and quoted >= QUOTED_SHARE * words and not introduced and whole


def _gain(one: Candidate, chosen: Sequence[Candidate]) -> float:
    spoken = Counter(other.speaker for other in chosen)
    others = (other for other in chosen if other.speaker != one.speaker)
    sides = Counter(side for other in others if (side := other.cluster.fullest.side))
    if spoken[one.speaker] >= MOST_OF_ONE:
        return 0.0
    side = one.cluster.fullest.side
    return one.score - SAME_SPEAKER * spoken[one.speaker] - (SAME_SIDE * sides[side] if side else 0.0)


def _earlier_first(one: Candidate) -> tuple[int, str]:
    evidence = one.statement.evidence[0]
    return -evidence.start, evidence.article.id


def _repeats(one: Candidate, other: Candidate) -> bool:
    return overlap(weigh_words(one.statement.text), weigh_words(other.statement.text)) >= REPEATS


def _describe(one: Candidate, file: StoryFile) -> KeyQuote:
    quote = one.cluster.fullest
    otherwise = find_otherwise(one.cluster)
    return KeyQuote(
        cluster=one.cluster,
        statement=one.statement,
        role=find_role(quote, file),
        addressee=name_addressee(quote, file),
        day=find_day(quote, file),
        differing=find_all_differing(one.cluster),
        otherwise=otherwise,
        also=find_same_words(one.cluster, otherwise),
        paraphrases=find_paraphrases(one.cluster, file.clusters),
    )


def find_role(quote: AttributedQuote, file: StoryFile) -> Span | None:
    """Return the speaker's role as worded in the quote's article, that beside the quote if there is one."""
    entity = file.archive.entities.get(quote.speaker) if quote.speaker else None
    if entity is None or entity.kind is EntityKind.PLACE:
        return None
    article = quote.quote.contents[0].article
    found = (read_role(m.role) for m in entity.mentions if m.role and m.role.article == article)
    roles = [role for role in found if role]
    beside = [role for role in roles if quote.quote.speaker and quote.quote.speaker.overlaps(role)]
    return next(iter(beside or roles), None)
