"""Tell what is a stand on an issue, and where in its sentence it ends.

A newspaper that reports takes none, nor does a body that counts; of words that are perhaps no
statement only those count that a verb of speech brings. A sentence that goes on to something else
(“…, while cautioning that”, “… and said it was”) is cut there, so that one that names five issues is
not printed whole under each.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from build_brief.language.verbs import read_verbs
from build_brief.language.vocabulary import read_words
from build_brief.model.annotations import QuoteKind
from build_brief.model.article import Span
from build_brief.model.dossier import AttributedQuote, EntityKind

LIKELY = 0.6
"""Confidence of doubtful words below which most of those read on 40 stories were no stand."""
SPEAKING = ("speech_verbs", "judgement_verbs")
HEDGES = frozenset(
    {"would", "might", "may", "could", "can", "appeared", "appears", "seemed", "seems", "if", "had", "be"}
)
"""Words of a cue that may be no telling of words at all: “would plead guilty”, “appeared to admit”."""
COUNTING = frozenset({"according", "report", "find", "estimate", "show", "count", "record"})
"""What a body does that counts: its figures are no stand of its own."""
ABOUT_PAPERS = frozenset({"the", "a", "report", "reports", "reported", "story"})
"""“the Associated Press reports”, “a Reuters report”: the agency all the same."""
REPORTING = frozenset(
    {"report", "cite", "find", "note", "write", "record", "according", "quote", "show", "list", "detail"}
)
"""Verbs by which newspapers and registers tell what is so."""
PAPERS = frozenset(
    {"Times", "Post", "Journal", "News", "Tribune", "Herald", "Monitor", "Guardian", "Telegraph", "Press"}
    | {"Mail", "Examiner", "Gazette", "Globe", "Observer", "Chronicle", "Politico", "Mirror", "Sun", "Star"}
    | {"Express", "Independent", "Standard", "Magazine", "Insider", "Weekly", "Daily", "Courier", "Dispatch"}
)
"""Last words of a newspaper's name."""
FIGURE = re.compile(r"\d")
STOP = re.compile(r"[.!?][”\"’']?\s+[A-Z“\"]")
SHORTEST = 8
"""Words of a clause that stands for its sentence."""
TURNS = (
    r",? (?:while|even as) (?:[a-z]+ly )?[a-z]+ing\b|, (?:a day|hours|days|weeks|months) (?:after|before)\b"
    r"|,? and (?:also |then |later )?(?:{verbs})\b"
)
"""Not before “but” and “adding that”: what follows there is often the stand itself."""


def is_stand(quote: AttributedQuote) -> bool:
    """Tell whether a quote is a stand of its speaker, and not news that a paper or a register gives."""
    verbatim = quote.quote.kind is QuoteKind.VERBATIM
    if quote.quote.kind is QuoteKind.REPORTED and _is_apart(quote):
        return False
    words = quote.quote.cue.text.lower().split() if quote.quote.cue else []
    if quote.doubtful and not verbatim and (quote.quote.confidence < LIKELY or not _speaks(words)):
        return False
    if not verbatim and _counts(quote, words):
        return False
    return not (is_paper(quote.speaker_name) and (verbatim or _reports(words)))


def find_clause(sentence: Span, quote: AttributedQuote, naming: Sequence[Span]) -> Span | None:
    """Return the beginning of `sentence` that holds the speaker, the cue and what is said on the issue.

    None when the sentence does not turn to something else, or when the beginning would be no claim.
    What is said is on the issue when all of it is held, or one of the places `naming` the issue.
    """
    parts = [part for part in (quote.quote.speaker, quote.quote.cue) if part]
    least = max((part.end for part in parts), default=sentence.end)
    text = sentence.article.text
    for turn in _turns().finditer(text, least, sentence.end):
        clause = sentence.article.span(sentence.start, turn.start())
        held = all(content.end <= clause.end for content in quote.quote.contents)
        begun = quote.quote.contents[0].start < clause.end
        named = begun and any(clause.covers(place) for place in naming)
        if (held or named) and len(clause.text.split()) >= SHORTEST:
            return clause
    return None


def _is_apart(quote: AttributedQuote) -> bool:
    """Tell whether a sentence ends between what was said and the cue: another sentence's cue."""
    content, cue = quote.quote.contents[0], quote.quote.cue
    if cue is None or cue.article != content.article:
        return True
    first, last = sorted((content, cue), key=lambda span: span.start)
    return bool(STOP.search(content.article.text, first.end - 1, last.start))


def _counts(quote: AttributedQuote, words: Sequence[str]) -> bool:
    """Tell whether a body gives a figure (“70,237 deaths, according to the bureau”)."""
    body = (quote.speaker or "").startswith(EntityKind.ORGANISATION)
    figures = any(FIGURE.search(content.text) for content in quote.quote.contents)
    return body and figures and bool(COUNTING & (_lemmas(words) | set(words)))


def _speaks(words: Sequence[str]) -> bool:
    return HEDGES.isdisjoint(words) and any(word in read_verbs(name) for word in words for name in SPEAKING)


def _reports(words: Sequence[str]) -> bool:
    return bool(REPORTING & (_lemmas(words) | set(words)))


def _lemmas(words: Iterable[str]) -> set[str]:
    lists = [read_verbs(name) for name in ("evidence_verbs", "speech_verbs", "judgement_verbs")]
    return {lemma for word in words for verbs in lists if (lemma := verbs.get(word))}


def is_paper(name: str) -> bool:
    """Tell whether `name` is that of a newspaper, an agency or a broadcaster."""
    words = [word for word in name.split() if word.lower() not in ABOUT_PAPERS]
    return " ".join(words) in read_words("dateline_agencies") or (bool(words) and words[-1] in PAPERS)


@cache
def _turns() -> re.Pattern[str]:
    speech = read_verbs("speech_verbs")
    verbs = sorted(form for form, base in speech.items() if form != base and not form.endswith("ing"))
    return re.compile(TURNS.format(verbs="|".join(verbs)))
