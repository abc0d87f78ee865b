"""The sentences of a story that can stand alone, and how much each says about the story.

What a story is about is told early and told often: a sentence weighs by its place in its article
and by how many other sentences use its rare words. Copies of one text are read once.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from math import fsum

from build_brief.compose.archive import Archive, Place
from build_brief.compose.sentences.faults import mask_quotes
from build_brief.compose.sentences.faults.explained import find_doubts, find_unexplained
from build_brief.compose.sentences.kinds.no_news import is_no_news
from build_brief.compose.sentences.leaning.antecedents import has_dangling_head
from build_brief.compose.sentences.leaning.signs import count_signs
from build_brief.compose.sentences.passages.run_together import part
from build_brief.compose.sentences.passages.wordings import Terms, weigh_words
from build_brief.compose.sentences.statements import write_statement
from build_brief.language.quote_marks import find_quoted
from build_brief.language.vocabulary import read_words
from build_brief.model.annotations import AnnotatedArticle
from build_brief.model.article import ArticleId
from build_brief.model.dossier import Issue, QuoteCluster, Story, TimelineEntry
from build_brief.model.statements import Statement

NO_ANSWER = re.compile(
    r".{0,120}\b(?:(?:did(?:n[’']t| not)|ha(?:s|ve|d)(?:n[’']t| not)) "
    r"(?:immediately |yet )?(?:return|respond)|declined to (?:comment|be)"
    r"|could not (?:immediately )?be reached|refused to comment)"
    r"|.{0,80}\b(?:was|were) first reported (?:by|in)\b"
    r"|(?:Further |More )?[Dd]etails .{0,90}\bwere (?:not|un)(?: ?immediately)? ?(?:available|clear|known)"
)
"""That somebody said nothing to the paper, or which paper was first, is seldom news."""
NOT_ONLY = re.compile(
    r"(?:\S+ ){1,6}?(?:is|are|was|were)(?:n[’']t| not) (?:just|only|merely|simply) (?:\S+ ?){1,5}$"
)
"""“It isn’t just a bridge.”: what it is comes in the next sentence."""
POSITION = 0.55
"""Share of a sentence's weight that its place in the article decides; the rest is what it shares."""
FADING = 0.3
"""How fast the place counts less: the fourth sentence weighs half as much as the first."""
QUOTED = 0.3
"""What a sentence loses that begins with a quotation, which has a section of its own, or with “It’s …”."""
EMPTY_HEAD = re.compile(r"[“\"‘']|(?:It|There|Here|What|How|If)\b")
WEAK_HEAD = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day is\b"  # “Wednesday is National Day.”
    r"|As (?:[A-Z][\w’'.-]+ ){1,4}(?:noted|notes|wrote|writes|put|puts|points|pointed|observed|explained)\b"
)
NOTHING = re.compile(
    r"It(?:[’']s| is) (?:(?:now|past|high|about) )?time (?:to|for|that|we|you)\b|It(?:[’']s| is) no secret\b"
    r"|It remains to be seen\b|(?:Only )?[Tt]ime will tell\b"
    r"|(?:\S+ ){1,6}?(?:has|have|had) (?:(?:many|some|several|other|a few|plenty of|a lot of|no) )?"
    r"(?:questions|thoughts|ideas|views|opinions|theories|doubts|reasons|answers|concerns|problems|troubles)"
    r"(?: of (?:his|her|its|their) own)?\.?$"
    r"|[^“\"]{3,80}? (?:released|issued|made|gave) an? (?:[a-z]+ )?(?:statement|speech|address|interview)"
    r"(?: (?:on )?[A-Z]\w+day)?(?:,? (?:soon |shortly )?after [^,“\"]*)?\.$"
)
"""“Dahl had many questions of her own.”, “Berg released a statement.”: which, and what is said in it?"""
SMOOTHING = 8
"""Added to a sentence's number of words, so that a short sentence of common words does not win."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A sentence that stands alone."""

    statement: Statement
    number: int
    """Of the sentence in its article, from 0; captions are not counted."""
    terms: Terms
    place: Place
    """Where the sentence stands: a key to sort by and to compare with."""
    words: int
    """How long it is."""
    doubts: frozenset[str]
    """What it calls by “the” and may have been told of before, or may be known to all; bare surnames too."""
    signs: int
    """How many signs it shows that it goes on from another sentence, which no head of a page explains."""
    things: frozenset[str]
    """What it calls by a bare “the” and does not introduce: “the bill”; the head of the page may."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryFile:
    """One story, or one article of it, with all that a briefing can be made from."""

    story: Story
    archive: Archive
    articles: tuple[AnnotatedArticle, ...]
    """One of each origin, by day."""
    passages: tuple[Passage, ...]
    """By article, then in order."""
    weights: Mapping[Place, float]
    """Of each passage, from 0 to 1."""
    utterances: Mapping[Place, frozenset[int]]
    """Which quotes, numbered across wordings, a sentence holds: two with one in common repeat it."""
    clusters: tuple[QuoteCluster, ...]
    issues: tuple[Issue, ...]
    timeline: tuple[TimelineEntry, ...]
    head: str = ""
    """What its page says first, title and bottom line, once they are chosen."""
    doubts: Mapping[Place, int] = field(default_factory=dict)
    """How much in each passage may lean on what the head does not tell, once it is chosen."""

    @property
    def words(self) -> int:
        """How many words its articles hold."""
        return sum(len(sentence.span.text.split()) for a in self.articles for sentence in a.sentences)


@lru_cache(maxsize=4096)  # asked of each sentence by several steps
def is_empty(text: str) -> bool:
    """Tell whether a sentence begins like one that tells little: a quotation, “It’s …”, “Never mind …”."""
    return bool(EMPTY_HEAD.match(_strip_repairs(text))) or is_weak(text)


@lru_cache(maxsize=4096)
def is_weak(text: str) -> bool:
    """Tell whether a sentence begins like one that teases, comments or supposes, and tells no event."""
    head = _strip_repairs(text)
    if (text[0] in '“"' and has_dangling_head(text[1:])) or text.endswith("!"):
        return True  # “That cannot happen again,” she said. “What a day for the town!”
    return bool(
        WEAK_HEAD.match(head)
        or _weak_heads().match(head)
        or any(pattern.match(head) for pattern in (NOT_ONLY, NO_ANSWER, NOTHING))
    )


def measure_quoted(text: str) -> float:
    """Return the share of a sentence that stands in quotation marks."""
    return sum(region.end - region.start for region in find_quoted(text, 0, len(text))) / len(text)


def _strip_repairs(text: str) -> str:
    """Return `text` without the mark or bracket that a dropped opener left at its head."""
    return text.lstrip("[… ").replace("]", "", 1)


def find_passages(annotated: AnnotatedArticle, archive: Archive) -> tuple[Passage, ...]:
    """Return the sentences of an article that can stand alone, in order."""
    passages = []
    # A caption above the lead is not counted: the lead stays the first sentence.
    sentences = (span for sentence in annotated.sentences for span in part(sentence.span))
    for number, span in enumerate(span for span in sentences if not is_no_news(span.text)):
        statement = write_statement(span, archive)
        if statement:
            passages.append(_describe(statement, number, archive))
    return tuple(passages)


def _describe(statement: Statement, number: int, archive: Archive) -> Passage:
    text = statement.text
    return Passage(
        statement=statement,
        number=number,
        terms=weigh_words(text),
        place=statement.evidence[0].place,
        words=len(text.split()),
        things=find_unexplained(statement, archive),
        doubts=find_doubts(statement, archive) if number else frozenset(),
        signs=count_signs(text, mask_quotes(text)),
    )


def open_story(
    story: Story, archive: Archive, passages: Mapping[ArticleId, tuple[Passage, ...]]
) -> StoryFile:
    """Return the file of `story`, one article of each origin."""
    return _open(story, archive, passages, tuple(origin[0] for origin in story.origins))


def open_article(
    annotated: AnnotatedArticle, archive: Archive, passages: Mapping[ArticleId, tuple[Passage, ...]]
) -> StoryFile:
    """Return the file of one article, as if it alone were the story."""
    article = annotated.article.id
    return _open(archive.story_of[article], archive, passages, (article,))


def _open(
    story: Story,
    archive: Archive,
    passages: Mapping[ArticleId, tuple[Passage, ...]],
    articles: tuple[ArticleId, ...],
) -> StoryFile:
    own = frozenset(articles)
    chosen = tuple(passage for article in articles for passage in passages[article])
    clusters = tuple(
        cluster
        for cluster in archive.clusters.get(story.id, ())
        if any(q.article in own for q in (cluster.fullest, *cluster.variants))
    )
    return StoryFile(
        story=story,
        archive=archive,
        articles=tuple(archive.annotated[article] for article in articles),
        passages=chosen,
        weights=_weigh(chosen),
        utterances=_number_utterances(clusters, archive),
        clusters=clusters,
        issues=tuple(issue for issue in archive.issues.get(story.id, ()) if own & set(issue.articles)),
        timeline=tuple(
            entry for entry in archive.timeline.get(story.id, ()) if entry.passage.article.id in own
        ),
    )


def _number_utterances(clusters: Iterable[QuoteCluster], archive: Archive) -> dict[Place, frozenset[int]]:
    numbers: dict[Place, set[int]] = defaultdict(set)
    for number, cluster in enumerate(clusters):
        for quote in (cluster.fullest, *cluster.variants) if cluster.variants else ():
            sentence = archive.sentence_at(quote.quote.contents[0])
            if sentence:
                numbers[sentence.span.place].add(number)
    return {place: frozenset(found) for place, found in numbers.items()}


def _weigh(passages: Iterable[Passage]) -> dict[Place, float]:
    ordered = tuple(passages)
    held = Counter(word for passage in ordered for word in passage.terms)
    shared = {
        passage.place: fsum(weight * (held[word] - 1) for word, weight in passage.terms.items())
        / (len(passage.terms) + SMOOTHING)
        for passage in ordered
    }
    most = max(shared.values(), default=0) or 1
    return {
        passage.place: POSITION / (1 + FADING * passage.number)
        + (1 - POSITION) * shared[passage.place] / most
        - QUOTED * is_empty(passage.statement.text)
        for passage in ordered
    }


@cache
def _weak_heads() -> re.Pattern[str]:
    words = sorted(read_words("weak_heads"), key=lambda word: (-len(word), word))
    # “Perhaps the biggest sticking point …” tells something.
    return re.compile(
        rf"(?:{'|'.join(map(re.escape, words))})\b(?! the (?:[a-z]+est|most|least|only|first)\b)"
    )
