"""Find the quotes that report the same words.

Newspapers trim and restyle what people say. Two quotes of one speaker in one story are variants
when the shorter is part of the fuller, give or take a word, and nothing that turns its meaning
round has changed: no “not”, no number, no “will” for “would”. “Interests and security” may be
“security and interests”; another noun or verb in its place is another utterance. A word or two in
quotation marks is nobody's sentence: it joins only the same words. Where “he” says what one paper
gives to Ruiz and another to Lund, he is neither.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from build_brief.link.utterances.same_speaker import may_be_one
from build_brief.link.utterances.wordings import LONG_WORDS, ReadWording, Wording, fits_in, read_wording
from build_brief.model.annotations import QuoteKind
from build_brief.model.dossier import AttributedQuote, QuoteCluster, Story, StoryId

DOUBTFUL_WORDS = 5
"""Two doubtful speakers who say these many same words are one, and the likelier for it."""
COMMON_WORD = 200
"""A word that more quotes of one story hold finds nothing."""


def cluster_quotes(
    quotes: Iterable[AttributedQuote], stories: Iterable[Story], *, read: ReadWording = read_wording
) -> tuple[QuoteCluster, ...]:
    """Return one cluster for each utterance, by the place of its fullest quote.

    Every quote is in exactly one; one without words in quotation marks is alone.
    """
    told_in = {article: story.id for story in stories for article in story.articles}
    groups: defaultdict[StoryId | None, list[Wording]] = defaultdict(list)
    for quote in quotes:
        groups[told_in.get(quote.article)].append(read(quote))
    clusters = [cluster for group in groups.values() for cluster in _cluster(group)]
    return tuple(sorted(clusters, key=lambda cluster: place_of(cluster.fullest)))


def list_quotes(clusters: Iterable[QuoteCluster]) -> tuple[AttributedQuote, ...]:
    """Return the quotes of all clusters, by article, then offset."""
    quotes = (quote for cluster in clusters for quote in (cluster.fullest, *cluster.variants))
    return tuple(sorted(quotes, key=lambda quote: quote.place))


def place_of(quote: AttributedQuote) -> tuple[str, int, int]:
    """Return where a quote stands: article, start and end of its first words."""
    return quote.quote.contents[0].place


def _cluster(wordings: Sequence[Wording]) -> list[QuoteCluster]:
    """Let each wording, the fullest first, join the first that holds it, or else stand by itself."""
    heads: list[tuple[Wording, list[Wording]]] = []
    holding: defaultdict[str, list[int]] = defaultdict(list)
    for wording in sorted(wordings, key=_fullest_first):
        head = next((at for at in _find_heads(wording, holding) if are_variants(heads[at][0], wording)), None)
        if head is not None:
            heads[head][1].append(wording)
            continue
        for word in sorted(set(wording.words)):
            holding[word].append(len(heads))
        heads.append((wording, []))
    return [cluster for head, others in heads for cluster in _part_speakers(head, others)]


def _part_speakers(head: Wording, others: Sequence[Wording]) -> list[QuoteCluster]:
    """Return one cluster; several where papers give parts of what an unnamed one says to several people."""
    named = [other for other in others if other.quote.speaker]
    if all(may_be_one(named[0].quote, other.quote, same_words=True) for other in named[1:]):
        variants = sorted((other.quote for other in others), key=place_of)
        return [QuoteCluster(fullest=head.quote, variants=tuple(variants))]
    unnamed = [other for other in others if not other.quote.speaker]
    return [*_part_speakers(head, unnamed), *_cluster(named)]


def _find_heads(wording: Wording, holding: dict[str, list[int]]) -> list[int]:
    """Return the heads that share at least half of the words of `wording`, in order."""
    words = sorted(set(wording.words))
    rare = [word for word in words if len(holding[word]) <= COMMON_WORD]
    shared = Counter(head for word in rare for head in holding[word])
    return sorted(head for head, times in shared.items() if 2 * times >= len(rare))


def _fullest_first(wording: Wording) -> tuple[int, bool, bool, tuple[str, int, int]]:
    quote = wording.quote
    unnamed, cut = quote.speaker is None, quote.quote.kind is not QuoteKind.VERBATIM
    return -len(wording.words), unnamed, cut, place_of(quote)


def are_variants(fuller: Wording, shorter: Wording) -> bool:
    """Tell whether `shorter` reports part of the words of `fuller`, or all of them.

    Inside one article only a fragment repeated word for word counts; where a speaker is doubtful,
    only what is too long to be said by chance.
    """
    doubtful = fuller.quote.doubtful or shorter.quote.doubtful
    length = len(shorter.words)
    if doubtful and length < DOUBTFUL_WORDS:
        return False
    if not may_be_one(fuller.quote, shorter.quote, same_words=length >= LONG_WORDS):
        return False
    one_article = place_of(fuller.quote)[0] == place_of(shorter.quote)[0]
    return fits_in(shorter, fuller, exactly=one_article)
