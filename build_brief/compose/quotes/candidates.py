"""Tell which quotes could be printed, in which words, and how much each tells.

Only quotes whose speaker is sure are considered. Words that lean on others are printed after the
sentence that explains them, or in part, or not at all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from build_brief.compose.quotes.parts import find_parts
from build_brief.compose.quotes.settings import find_setting
from build_brief.compose.quotes.speakers import is_sure
from build_brief.compose.quotes.telling import weigh_quote
from build_brief.compose.sentences.faults.explained import is_explained
from build_brief.compose.sentences.kinds.clauses import has_verb, is_whole_clause
from build_brief.compose.sentences.kinds.headlined import is_titled
from build_brief.compose.sentences.kinds.stands import is_paper
from build_brief.compose.sentences.passages import Passage, StoryFile
from build_brief.compose.sentences.people.kin import is_kin
from build_brief.compose.sentences.statements import write_quote
from build_brief.model.annotations import Quote, QuoteKind
from build_brief.model.dossier import AttributedQuote, QuoteCluster
from build_brief.model.statements import Statement

LIKELY = 0.6
"""Confidence of words and speaker both, below which the words may be nobody's, or cut wrongly."""
AGREED = 0.6
"""Confidence that is enough when two sources agree on the speaker."""
LEAST_SCORE = 1.1
"""Below this a quote is a scrap or a courtesy; better none."""
LEAST_QUOTED = 5
"""Words inside marks that a reporter's clause needs to count as the speaker's."""
QUOTED_SHARE = 0.4
BEGINNING, REST = 0.3, 0.7
"""What a quote loses of which only the beginning, or a later part, stands alone."""
SET, SET_BY_WEIGHT = 0.2, 0.4
"""What a quote loses that needs the sentence before it, and the more the sentence is worth elsewhere."""
PART_FIRST = 0.3
"""By how much more it must tell than a part that needs none."""
INTRODUCED = re.compile(r": |, [“\"]|,[”\"](?!$)")
"""A speaker named inside the words: “Dahl told the paper, “We …””."""
CLAUSE = re.compile(r"(?:When|As|After|Before|While|Once|Until|an?|if|whether|that|to) ")
"""“When Dahl called, the minister “suggested …””: of another's words."""
COMPLETED = re.compile(r"\[[A-Z][\w.’' -]*\] (?=[A-Z])")
"""“[Tom] Barlow’s plan would “…””: a name in full, and no word in place of the reporter's."""
ANSWERED = re.compile(r"[.!] ")
"""A question after a statement; a question alone says nothing."""
PHRASE = re.compile(r"(?:an?|the|to|as|for|of|in|with) ")
"""“a last-ditch effort to …” is no thought until its sentence says what is."""
TORN = re.compile(r"\W*[,;:.]")
"""Of words that begin with a comma the beginning was missed."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A quote that could be printed, and how much it tells."""

    cluster: QuoteCluster
    statement: Statement
    score: float
    setting: Passage | None = None
    """The sentence before it, which the words lean on."""

    @property
    def speaker(self) -> str:
        """Whose words they are: the page of the speaker, or the source's own words for one."""
        return self.cluster.fullest.speaker or self.cluster.fullest.speaker_name


def consider(cluster: QuoteCluster, file: StoryFile) -> Candidate | None:
    """Return how a quote would be printed; None when it is no thought, or its speaker is not sure."""
    own = {annotated.article.id for annotated in file.articles}
    told = [q for q in (cluster.fullest, *cluster.variants) if q.article in own]
    fullest = min(filter(_is_a_thought, told), key=_rank_telling, default=None)
    if fullest is None or fullest.quote.confidence < LIKELY:
        return None
    if fullest is not cluster.fullest:
        cluster = _put_first(cluster, fullest)
    if is_paper(fullest.speaker_name) or is_kin(fullest, file.archive):
        return None
    if not is_sure(fullest, file.archive) and not _is_agreed(cluster, file):
        return None
    if fullest.doubtful:
        # What two sources put in the same mouth, in the same words, is no longer in doubt.
        cluster = replace(cluster, fullest=replace(cluster.fullest, doubtful=False))
    return _write(cluster, file)


def _write(cluster: QuoteCluster, file: StoryFile) -> Candidate | None:
    """Return what is said whole, or what reads best: after the sentence before it, or in part."""
    whole = _write_words(cluster, cluster.fullest.quote, file)
    if whole is not None and whole.score >= LEAST_SCORE:
        return whole
    parts = [
        replace(one, score=one.score - (BEGINNING if begins else REST))
        for words, begins in find_parts(cluster.fullest.quote)
        if (one := _write_words(cluster, words, file))
    ]
    ways = [one for one in (whole, _write_set(cluster, file), *parts) if one]
    return max(ways, key=lambda one: one.score - PART_FIRST * (one.setting is not None), default=None)


def _write_words(cluster: QuoteCluster, words: Quote, file: StoryFile) -> Candidate | None:
    statement = write_quote(words, file.archive)
    if statement is None or not _is_fit(statement, words, cluster):
        return None
    if not is_explained(statement, file.head, file.archive):
        return None
    return Candidate(cluster, statement, weigh_quote(cluster.fullest, statement, len(cluster.variants)))


def _write_set(cluster: QuoteCluster, file: StoryFile) -> Candidate | None:
    """Return the words after the sentence that they follow in their article, when that explains them."""
    words = cluster.fullest.quote
    statement = write_quote(words, file.archive, leans=True)
    if words.kind is not QuoteKind.VERBATIM or statement is None or not _is_fit(statement, words, cluster):
        return None
    stands = write_quote(words, file.archive) is not None
    setting = find_setting(cluster.fullest, statement, file, stands=stands)
    if setting is None:
        return None
    score = weigh_quote(cluster.fullest, statement, len(cluster.variants), explained=True)
    lost = SET + SET_BY_WEIGHT * file.weights[setting.place]
    return Candidate(cluster, statement, score - lost, setting)


def _is_fit(statement: Statement, words: Quote, cluster: QuoteCluster) -> bool:
    """Tell whether words are no headline, begin where the speaker began, and are his rather than a report."""
    if is_titled(statement.text) or TORN.match(statement.text):
        return False
    if PHRASE.match(statement.text) and not has_verb(statement.text):
        return False
    return words.kind is not QuoteKind.MIXED or _is_said_whole(statement.text, cluster.fullest.speaker_name)


def _is_a_thought(quote: AttributedQuote) -> bool:
    """Tell whether a quote is words of the speaker, or a clause that is mostly his words."""
    kind = quote.quote.kind
    if quote.quote.contents[-1].text.rstrip("”’\"' ").endswith("?") and len(quote.quote.contents) == 1:
        return bool(ANSWERED.search(quote.quote.contents[0].text))
    mixed = kind is QuoteKind.MIXED and not is_paper(quote.speaker_name)
    return kind is QuoteKind.VERBATIM or (mixed and _is_mostly_quoted(quote))


def _is_said_whole(text: str, speaker: str) -> bool:
    """Tell whether a reporter's clause may stand as a quote, without words of ours or a comment of his.

    “[Dahl] would ask parliament “to …”” and “an even split on “…”” are what the reporter tells.
    """
    if any(mark in COMPLETED.sub("", text) for mark in "[(") or CLAUSE.match(text):
        return False
    return "[" not in text or speaker.rsplit(maxsplit=1)[-1] not in text


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
