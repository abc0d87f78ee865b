"""Find what was said, in what words, and by whom.

The steps: cut the article into passages; let the rules, and the learner where its weights are
there, claim attributions; weigh the claims; let paragraphs that are only a quote go on from the
last speaker; write what is left as quotes.
"""

from __future__ import annotations

from dataclasses import replace

from build_brief.analyse.quotes.alone import Claimed, find_alone
from build_brief.analyse.quotes.attribution import Attribution
from build_brief.analyse.quotes.headlines import find_headline
from build_brief.analyse.quotes.learned import Labeller, Labels, load_labeller
from build_brief.analyse.quotes.marked import find_speaker_certainty, read_attributions
from build_brief.analyse.quotes.named import find_bearer
from build_brief.analyse.quotes.passages import Passage, cut_passages
from build_brief.analyse.quotes.repaired import mend_speakers
from build_brief.analyse.quotes.reported import read_reports
from build_brief.analyse.quotes.standing import holds_alone, is_retold
from build_brief.analyse.quotes.turns import read_turns
from build_brief.analyse.quotes.weighed import weigh_claims
from build_brief.analyse.quotes.written import write_quote
from build_brief.model.annotations import Mention, Quote, Sentence
from build_brief.model.article import Article


def find_quotes(
    article: Article, sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...]
) -> tuple[Quote, ...]:
    """Return what is said in the body of `article`, in order of the first words of each quote."""
    found = find_claims(article, sentences, load_labeller())
    quotes = [write_quote(passage, claim, mentions) for passage, claim in found]
    return tuple(sorted(quotes, key=lambda quote: quote.contents[0].start))


def find_headline_quotes(article: Article, mentions: tuple[Mention, ...]) -> tuple[Quote, ...]:
    """Return what the headline says somebody said, where the article's text prints it.

    It is no statement of the article's own sentences: pages and counts leave it out.
    """
    label = load_labeller()
    found = [claim for line in find_headline(article) for claim in find_claims(article, (line,), label)]
    quotes = [write_quote(passage, claim, ()) for passage, claim in found]
    named = [replace(quote, name=find_bearer(quote.speaker, mentions)) for quote in quotes]
    return tuple(sorted(named, key=lambda quote: quote.contents[0].start))


def find_claims(
    article: Article, sentences: tuple[Sentence, ...], label: Labeller | None
) -> tuple[Claimed, ...]:
    """Return the attributions kept, each with its passage; by the rules alone when `label` is None."""
    passages = cut_passages(article, sentences)
    afters = (*passages, None)[1:]
    labelled = label(passages) if label else [None] * len(passages)
    claims = []
    for passage, after, labels in zip(passages, afters, labelled, strict=True):
        turns = read_turns(passage, after)
        claims.append(turns or _claim(passage, labels))
    return find_alone(passages, claims)


def _claim(passage: Passage, labels: Labels | None) -> tuple[Attribution, ...]:
    ruled = mend_speakers(passage, read_reports(passage))
    if labels is None:
        return tuple(claim for claim in ruled if holds_alone(passage, claim))
    marked = mend_speakers(passage, read_attributions(passage, labels))
    claims = weigh_claims(passage, ruled, marked)
    return tuple(
        claim._replace(
            speaker_certainty=0.0
            if is_retold(passage, claim)
            else find_speaker_certainty(passage, labels, claim.speaker)
        )
        for claim in claims
    )
