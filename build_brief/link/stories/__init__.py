"""Group articles that tell the same event.

Two articles tell one event when they share words that few articles hold, within a few days.
Each article is compared only with those that share at least two of its heaviest words, the
nearest in time first, so that a hundred thousand articles need no hundred thousand squared
comparisons. There is one setting for every folder.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import islice

from build_brief.language.common_words import WORD, plain_word
from build_brief.link.kept import NOTHING_KEPT, Kept
from build_brief.link.stories.linkage import Day, join_nearest
from build_brief.link.stories.origins import find_origins
from build_brief.link.stories.rulings import Found, bind
from build_brief.link.stories.running import Telling, find_followed, find_tying_terms
from build_brief.link.stories.terms import Terms, weigh_terms
from build_brief.model.annotations import AnnotatedArticle
from build_brief.model.article import Article, ArticleId, ParagraphKind
from build_brief.model.dates import ArticleDay
from build_brief.model.dossier import Follows, Story, StoryId

THRESHOLD = 0.13
"""Mean likeness at which groups are joined; evaluation/stories.py measures what a change does."""
TELLING_TERMS = 20
"""Of an article's heaviest words, how many look for others."""
SHARED_TELLING_TERMS = 2
NEAREST = 25
"""Articles that one word may call up, those nearest in time: the bound on the work for each word.
Forty give the same figures."""
OPENING_DATES = 3
MAX_SHARED_TERMS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouping:
    """Articles on one event, before their days and origins are known."""

    articles: tuple[AnnotatedArticle, ...]
    """By id."""
    shared_terms: tuple[str, ...]
    """As `Story.shared_terms`."""
    follows: Follows | None = None
    """As `Story.follows`."""

    @property
    def story(self) -> StoryId:
        """The id that its story will have."""
        return StoryId(self.articles[0].article.id)


def cluster_stories(
    articles: Iterable[AnnotatedArticle], *, ruled: Sequence[Found] = (), kept: Kept = NOTHING_KEPT
) -> tuple[Grouping, ...]:
    """Return the groups of articles that tell one event, by the id of their first article.

    Every article is in exactly one; the order of `articles` does not matter. What an editor has `ruled`
    stands above likeness.
    """
    ordered = sorted(articles, key=lambda found: (found.article.published or date.max, found.article.id))
    terms = weigh_terms((found.article for found in ordered), kept)
    days = tuple(_read_day(found, kept) for found in ordered)
    bounds = bind([found.article.id for found in ordered], ruled)
    groups = join_nearest(terms, days, sorted(find_links(terms)), threshold=THRESHOLD, bounds=bounds)
    groupings = [
        _describe([ordered[at] for at in group], [terms[at] for at in group], kept) for group in groups
    ]
    tellings = [_tell([days[at] for at in group], [terms[at] for at in group]) for group in groups]
    return tuple(sorted(_link(groupings, tellings, kept), key=lambda grouping: grouping.story))


def _tell(days: Sequence[Day | None], terms: Sequence[Terms]) -> Telling:
    known = [day.ordinal for day in days if day]
    if len(terms) == 1:
        return Telling(day=min(known, default=None), terms=terms[0], articles=1)
    sums: dict[str, float] = {}
    for weights in terms:
        for word, weight in weights.items():
            sums[word] = sums.get(word, 0.0) + weight
    return Telling(day=min(known, default=None), terms=sums, articles=len(terms))


def _link(groupings: Sequence[Grouping], tellings: Sequence[Telling], kept: Kept) -> Iterator[Grouping]:
    followed = find_followed(tellings)
    for at, grouping in enumerate(groupings):
        if at not in followed:
            yield grouping
            continue
        earlier = groupings[followed[at]]
        plain = find_tying_terms(tellings[followed[at]].terms, tellings[at].terms, MAX_SHARED_TERMS)
        words = _find_surfaces((*earlier.articles, *grouping.articles), plain, kept)
        shared = tuple(words.get(one, one) for one in plain)
        yield replace(grouping, follows=Follows(story=earlier.story, shared_terms=shared))


def order_stories(
    groupings: Iterable[Grouping],
    days: Iterable[tuple[ArticleId, ArticleDay]],
    kept: Kept = NOTHING_KEPT,
) -> tuple[Story, ...]:
    """Return the stories, newest first, those without a day last; `days` are those of the articles."""
    known = dict(days)
    stories = [_make_story(grouping, known, kept) for grouping in groupings]
    return tuple(sorted(stories, key=lambda story: (-(_ordinal(story.day.day) or 0), story.id)))


def _make_story(grouping: Grouping, days: dict[ArticleId, ArticleDay], kept: Kept) -> Story:
    by_day = sorted(
        (found.article for found in grouping.articles),
        key=lambda article: (days[article.id].day or date.max, article.id),
    )
    return Story(
        id=StoryId(min(article.id for article in by_day)),
        articles=tuple(article.id for article in by_day),
        origins=_recall_origins(by_day, kept),
        day=days[by_day[0].id],
        shared_terms=grouping.shared_terms,
        follows=grouping.follows,
    )


def _recall_origins(articles: Sequence[Article], kept: Kept) -> tuple[tuple[ArticleId, ...], ...]:
    if len(articles) == 1:
        return find_origins(articles)
    return kept.recall(
        tuple, "origins", [article.id for article in articles], partial(find_origins, articles)
    )


def _read_day(found: AnnotatedArticle, kept: Kept) -> Day | None:
    """Return the article's day, firm when a weekday in its opening is that day or the one before.

    What is saved from the web often carries the day it was saved on.
    """
    published = found.article.published
    if published is None:
        return None
    news = (published.weekday(), (published.weekday() - 1) % 7)
    weekdays = kept.recall(tuple, "weekdays", (found.article.id,), partial(_list_weekdays, found))
    return Day(ordinal=published.toordinal(), firm=any(day in weekdays for day in news))


def _list_weekdays(found: AnnotatedArticle) -> tuple[int | None, ...]:
    return tuple(mention.expression.weekday for mention in found.dates[:OPENING_DATES])


def _ordinal(day: date | None) -> int | None:
    return None if day is None else day.toordinal()


def find_links(terms: Sequence[Terms]) -> Iterator[tuple[int, int]]:
    """Yield pairs worth comparing, the later one first."""
    holding: defaultdict[str, list[int]] = defaultdict(list)
    for at, weights in enumerate(terms):
        telling = list(islice(weights, TELLING_TERMS))
        shared = Counter(other for word in telling for other in holding[word][-NEAREST:])
        yield from ((at, other) for other, times in shared.items() if times >= SHARED_TELLING_TERMS)
        for word in telling:
            holding[word].append(at)


def _describe(group: list[AnnotatedArticle], terms: list[Terms], kept: Kept) -> Grouping:
    shared = shared_weights(terms)
    words = _find_surfaces(group, shared, kept) if shared else {}
    return Grouping(
        articles=tuple(sorted(group, key=lambda found: found.article.id)),
        shared_terms=tuple(words.get(plain, plain) for plain in shared),
    )


def shared_weights(terms: Sequence[Terms]) -> tuple[str, ...]:
    """Return the words that hold a group together, in plain form, weightiest first."""
    if len(terms) == 1:
        return ()
    held = Counter(word for weights in terms for word in weights)
    sums: Counter[str] = Counter()
    for weights in terms:
        sums.update({word: weight for word, weight in weights.items() if held[word] > 1})
    shared = [word for word in sums if held[word] * 2 >= len(terms)]
    return tuple(sorted(shared, key=lambda word: (-sums[word], word))[:MAX_SHARED_TERMS])


def _find_surfaces(
    found: Sequence[AnnotatedArticle], plain_words: tuple[str, ...], kept: Kept
) -> dict[str, str]:
    articles = [one.article for one in found]
    ids = [article.id for article in articles]
    return kept.recall(dict, "surfaces", ids, partial(_surfaces, articles, plain_words), plain_words)


def _surfaces(articles: Iterable[Article], plain_words: tuple[str, ...]) -> dict[str, str]:
    """Return for each plain word the form that the articles use most."""
    wanted = set(plain_words)
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for article in articles:
        for paragraph in article.paragraphs:
            if paragraph.kind is ParagraphKind.BODY:
                for found in WORD.finditer(article.text[paragraph.start : paragraph.end]):
                    if (plain := plain_word(found[0])) in wanted:
                        forms[plain][found[0].replace("’", "'").removesuffix("'s")] += 1
    return {plain: min(counted, key=lambda form: (-counted[form], form)) for plain, counted in forms.items()}
