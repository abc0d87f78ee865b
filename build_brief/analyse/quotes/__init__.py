"""Find what was said, in what words, and by whom.

The steps: cut the article into passages; let the rules, and the learner where its weights are
there, claim attributions; weigh the claims; let paragraphs that are only a quote go on from the
last speaker; write what is left as quotes; leave out reports that are likelier wrong than right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from build_brief.analyse.quotes.attribution import Attribution
from build_brief.analyse.quotes.claims.alone import Claimed, find_alone
from build_brief.analyse.quotes.claims.headlines import find_headline
from build_brief.analyse.quotes.claims.inserted import leave_links
from build_brief.analyse.quotes.claims.marked import find_speaker_certainty, read_attributions
from build_brief.analyse.quotes.claims.openers import give_to_openers
from build_brief.analyse.quotes.claims.reported import read_reports
from build_brief.analyse.quotes.claims.turns import read_turns
from build_brief.analyse.quotes.contents.bounded import bound_claims
from build_brief.analyse.quotes.learner.labels import Labels
from build_brief.analyse.quotes.learner.learned import Labeller, load_labeller
from build_brief.analyse.quotes.passages import Passage, cut_passages
from build_brief.analyse.quotes.speakers.named import find_bearer
from build_brief.analyse.quotes.speakers.questions import is_put_to_readers
from build_brief.analyse.quotes.weighing.confidence import find_worth
from build_brief.analyse.quotes.weighing.repaired import mend_speakers
from build_brief.analyse.quotes.weighing.standing import holds_alone, is_retold, tells_plainly
from build_brief.analyse.quotes.weighing.weighed import Weighed, weigh_claims
from build_brief.analyse.quotes.written import write_quote
from build_brief.model.annotations import Mention, Quote, QuoteKind, Sentence
from build_brief.model.article import Article

LEAST = 0.25
"""Of the chance that words and speaker are right: below it a report without quoted words that only the rules
or only the learner see is left out. From 0.2 to 0.35 the F1 of all attributions is the same, out of fold."""


class Said(NamedTuple):
    """What the body of an article says of people's words, in order of the first words of each quote."""

    quotes: tuple[Quote, ...]
    stances: tuple[Quote, ...]
    """What somebody means to do, wants or expects, which no verb of the sentence says."""


class Claims(NamedTuple):
    """What rules and learner claim of an article, each with its passage."""

    claims: tuple[Claimed, ...]
    stances: tuple[Claimed, ...]


def find_quotes(article: Article, sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...]) -> Said:
    """Return what is said in the body of `article`, and what people are seen to want."""
    found = find_claims(article, sentences, load_labeller())
    return Said(_write(found.claims, mentions), _write(found.stances, mentions))


def _write(claims: tuple[Claimed, ...], mentions: tuple[Mention, ...]) -> tuple[Quote, ...]:
    return tuple(sorted(write_likely(claims, mentions), key=lambda quote: quote.contents[0].start))


def write_likely(claims: Iterable[Claimed], mentions: tuple[Mention, ...]) -> Iterator[Quote]:
    """Yield `claims` as quotes, without the reports that are not likely enough to be told."""
    for passage, claim in claims:
        quote = write_quote(passage, claim, mentions)
        if quote.kind is not QuoteKind.REPORTED or _is_likely(passage, claim):
            yield quote


def _is_likely(passage: Passage, claim: Attribution) -> bool:
    """Tell whether both readers see a report, or it is plain or worth telling."""
    if claim.rule.startswith("both/") or tells_plainly(passage, claim):
        return True
    return find_worth(passage, claim, QuoteKind.REPORTED) >= LEAST


def find_headline_quotes(article: Article, mentions: tuple[Mention, ...]) -> tuple[Quote, ...]:
    """Return what the headline says somebody said, where the article's text prints it.

    It is no statement of the article's own sentences: pages and counts leave it out.
    """
    label = load_labeller()
    lines = find_headline(article)
    found = [claim for line in lines for claim in find_claims(article, (line,), label).claims]
    quotes = [write_quote(passage, claim, ()) for passage, claim in found]
    named = [replace(quote, name=find_bearer(quote.speaker, mentions)) for quote in quotes]
    return tuple(sorted(named, key=lambda quote: quote.contents[0].start))


def find_claims(article: Article, sentences: tuple[Sentence, ...], label: Labeller | None) -> Claims:
    """Return the attributions kept, likely or not; by the rules alone when `label` is None."""
    passages = cut_passages(article, sentences)
    afters = (*passages, None)[1:]
    labelled = label(passages) if label else [None] * len(passages)
    claims, stances = [], []
    for passage, after, labels in zip(passages, afters, labelled, strict=True):
        turns = read_turns(passage, after)
        weighed = Weighed(turns) if turns else _claim(passage, labels)
        claims.append(give_to_openers(passage, leave_links(passage, weighed.claims)))
        stances += [(passage, stance) for stance in leave_links(passage, weighed.stances)]
    return Claims(find_alone(passages, claims), tuple(stances))


def _claim(passage: Passage, labels: Labels | None) -> Weighed:
    ruled = mend_speakers(passage, read_reports(passage))
    if labels is None:
        return Weighed(tuple(claim for claim in ruled if holds_alone(passage, claim)))
    marked = mend_speakers(passage, bound_claims(passage, read_attributions(passage, labels)))
    weighed = weigh_claims(passage, _leave_questions(passage, ruled), _leave_questions(passage, marked))
    return Weighed(
        tuple(_see_speaker(passage, labels, claim) for claim in weighed.claims),
        tuple(_see_speaker(passage, labels, claim) for claim in weighed.stances),
    )


def _leave_questions(passage: Passage, claims: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """Return `claims` without those of which the paper only asks whether they are so."""
    return tuple(
        claim
        for claim in claims
        if claim.cue is None or not is_put_to_readers(passage, passage.find_token(claim.cue.start))
    )


def _see_speaker(passage: Passage, labels: Labels, claim: Attribution) -> Attribution:
    """Return `claim` with how surely the learner sees its speaker."""
    retold = is_retold(passage, claim)
    certainty = 0.0 if retold else find_speaker_certainty(passage, labels, claim.speaker)
    return claim._replace(speaker_certainty=certainty)
