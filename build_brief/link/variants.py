"""Find the quotes that report the same words.

Newspapers trim and restyle what people say. Two quotes of one speaker in one story are variants
when the shorter is part of the fuller, give or take a word, and nothing that turns its meaning
round has changed: no “not”, no number, no “will” for “would”. “Interests and security” may be
“security and interests”; another noun or verb in its place is another utterance. A word or two in
quotation marks is nobody's sentence: it joins only the same words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from build_brief.link.wordings import Wording, fits_in, read_wording
from build_brief.model.annotations import QuoteKind
from build_brief.model.article import ArticleId
from build_brief.model.dossier import AttributedQuote, QuoteCluster, Story, StoryId

DOUBTFUL_WORDS = 5
"""Two doubtful speakers who say these many same words are one, and the likelier for it."""
Key = tuple[StoryId | None, str]


def cluster_quotes(quotes: Iterable[AttributedQuote], stories: Iterable[Story]) -> tuple[QuoteCluster, ...]:
    """Return one cluster for each utterance, by the place of its fullest quote.

    Every quote is in exactly one; one without words in quotation marks is alone.
    """
    told_in = {article: story.id for story in stories for article in story.articles}
    groups: defaultdict[Key, list[Wording]] = defaultdict(list)
    for quote in quotes:
        groups[_key(quote, told_in)].append(read_wording(quote))
    clusters = [cluster for key in sorted(groups, key=str) for cluster in _cluster(groups[key])]
    return tuple(sorted(clusters, key=lambda cluster: place_of(cluster.fullest)))


def place_of(quote: AttributedQuote) -> tuple[str, int, int]:
    """Return where a quote stands: article, start and end of its first words."""
    return quote.quote.contents[0].place


def _key(quote: AttributedQuote, told_in: dict[ArticleId, StoryId]) -> Key:
    """Return what two quotes must share: the story, and the speaker or the words for an unnamed one.

    A quote of nobody has a key of its own.
    """
    story = told_in.get(quote.quote.contents[0].article.id)
    unnamed = " ".join(quote.speaker_name.casefold().split())
    if not (quote.speaker or unnamed):
        return story, f"quote {quote.id}"
    return story, f"entity {quote.speaker}" if quote.speaker else f"words {unnamed}"


def _cluster(wordings: Sequence[Wording]) -> list[QuoteCluster]:
    heads: list[tuple[Wording, list[AttributedQuote]]] = []
    for wording in sorted(wordings, key=_fullest_first):
        for head, others in heads:
            if are_variants(head, wording):
                others.append(wording.quote)
                break
        else:
            heads.append((wording, []))
    return [
        QuoteCluster(fullest=head.quote, variants=tuple(sorted(others, key=place_of)))
        for head, others in heads
    ]


def _fullest_first(wording: Wording) -> tuple[int, bool, tuple[str, int, int]]:
    quote = wording.quote
    return -len(wording.words), quote.quote.kind is not QuoteKind.VERBATIM, place_of(quote)


def are_variants(fuller: Wording, shorter: Wording) -> bool:
    """Tell whether `shorter` reports part of the words of `fuller`, or all of them.

    Inside one article only a fragment repeated word for word counts; where a speaker is doubtful,
    only what is too long to be said by chance.
    """
    if not set(shorter.words) & set(fuller.words):
        return False
    if (fuller.quote.doubtful or shorter.quote.doubtful) and len(shorter.words) < DOUBTFUL_WORDS:
        return False
    one_article = place_of(fuller.quote)[0] == place_of(shorter.quote)[0]
    return fits_in(shorter, fuller, exactly=one_article)
