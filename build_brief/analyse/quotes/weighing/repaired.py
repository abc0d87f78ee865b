"""Mend the words of a speaker where a claim took too few or too many of them.

“The” before the name is the name's; “Speaking in Oslo, Ana Ruiz” is Ana Ruiz; “Ruiz and” is Ruiz.
A speaker that is only an article or a verb is nobody, and no report is made of nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_brief.analyse.quotes.attribution import Attribution
from build_brief.analyse.quotes.cues.labelled import skip_time
from build_brief.analyse.quotes.cues.manners import is_manner
from build_brief.analyse.quotes.passages import Passage
from build_brief.analyse.quotes.speakers.noun_phrases import Range, find_before
from build_brief.analyse.quotes.speakers.phrases_after import ends_name, find_after
from build_brief.analyse.quotes.weighing.shortened import (
    cut_clause,
    cut_date,
    cut_occasion,
    cut_relative,
    cut_verb,
    skip_day,
    skip_headline,
    skip_subject,
)
from build_brief.language.common_words import UNLISTED_SHARE, plain_word, word_share
from build_brief.language.name_lists import is_given_name
from build_brief.language.vocabulary import read_words
from build_brief.model.article import Span

ARTICLES = frozenset({"the", "a", "an", "every", "no"})
POINTERS = frozenset({"this", "that", "these", "those"})
LEADS = frozenset({"determiner", "preposition", "adverb"})
LEADING = frozenset({",", "-", "–", "—", "--", "•", "·", "▪", "●", "*", "what", "how"})
LATE = frozenset({",", "who", "which", "afterwards", "afterward", "later", "yesterday", "today", "never"})
JOINING = frozenset({"coordinator", "subordinator"})
TRAILING = frozenset({"preposition", "coordinator", "auxiliary", "subordinator"})


def mend_speakers(passage: Passage, claims: Iterable[Attribution]) -> tuple[Attribution, ...]:
    """Return `claims` with mended speakers; one whose speaker is nobody after that only if it is quoted."""
    return tuple(_mend_all(passage, claims))


def _mend_all(passage: Passage, claims: Iterable[Attribution]) -> Iterator[Attribution]:
    for claim in claims:
        if claim.speaker is None:
            yield claim
            continue
        first, end = passage.find_token(claim.speaker.start), passage.find_token(claim.speaker.end)
        carried = first < end and _is_carrier(passage, claim, (first, end - 1))
        named = first < end and not carried
        mended = _mend(passage, claim, (first, end - 1)) if named else None
        if mended:
            yield claim if mended == (first, end - 1) else claim._replace(speaker=passage.span(*mended))
        elif (carried or claim.rule == "learned") and any(_is_quoted(passage, claim)):
            yield claim._replace(speaker=None)


def _is_carrier(passage: Passage, claim: Attribution, speaker: Range) -> bool:
    """Tell whether a platform only carries what somebody posted on it: “Facebook: ‘…’”, “on Twitter, …”."""
    first, last = speaker
    if first != last or passage.tokens[first].text not in read_words("platforms"):
        return False
    cue = passage.find_token(claim.cue.start) if claim.cue else len(passage.tokens)
    tied = first > 0 and (
        passage.classes[first - 1].grammar == "preposition" or passage.is_word(first - 1, "to")
    )
    posted = cue < len(passage.tokens) and (
        passage.is_word(cue, ":") or passage.classes[cue].base in ("post", "write", "read", "tweet", "share")
    )
    return tied or posted or claim.cue is None


def _is_quoted(passage: Passage, claim: Attribution) -> Iterator[bool]:
    return (bool(passage.find_regions(content.start, content.end)) for content in claim.contents)


def _mend(passage: Passage, claim: Attribution, speaker: Range) -> Range | None:
    """Return the tokens of the speaker, first and last; None when they are nobody."""
    first, last = speaker
    if first < last and first == passage.sentence_limits(first)[0]:
        first = skip_time(passage, first)
    while first < last and (passage.classes[first].grammar in JOINING or passage.is_word(first, *LEADING)):
        first += 1
    first = _skip_opening(passage, first, last)
    alone = first == last
    if first > last or (alone and passage.classes[first].grammar in TRAILING):
        return None
    if alone and _is_no_noun(passage, claim, first):
        return None
    if alone and passage.classes[first].grammar == "determiner":
        return _find_noun(passage, claim, first) or (None if passage.is_word(first, *ARTICLES) else speaker)
    if _opens_with_participle(passage, first, last):
        return _find_subject(passage, claim, speaker)
    if passage.is_word(last + 1, "’s", "'s") and _begins_at(passage, claim.cue, last + 2):
        last += 1  # “Moody’s concluded”
    first, last = _cut_ends(passage, claim, (_skip_lead(passage, first, last), last))
    nobody = _is_verb(passage, first, last) or _points_back(passage, claim, (first, last))
    return None if nobody else (first, last)


def _skip_opening(passage: Passage, first: int, last: int) -> int:
    """Return where the speaker begins: “[Initially,] a spokesman”, “[by liberals, because] leaders”."""
    if last - first > 1 and passage.is_word(first + 1, ",") and _is_adverb(passage, first):
        return first + 2
    for token in range(first + 1, last - 1):
        if passage.is_word(token, ",") and passage.is_word(token + 1, "because", "although", "though"):
            return token + 2
    return first


def _is_adverb(passage: Passage, token: int) -> bool:
    """Tell whether an everyday word in “-ly” stands there, no name: “Initially”, not “Emily”."""
    word = passage.lower[token]
    return (
        is_manner(word) and word_share(plain_word(word)) > UNLISTED_SHARE and not is_given_name(word.title())
    )


def _cut_ends(passage: Passage, claim: Attribution, speaker: Range) -> Range:
    """Return a speaker without a clause or an occasion beside it, and without a link at its end."""
    first, last = speaker
    if first == last:
        return speaker
    if passage.is_word(first, "said", "says"):
        first += 1
    first = skip_headline(passage, skip_day(passage, first, last), last)
    first = skip_subject(passage, claim, (first, last))
    first, last = cut_verb(passage, claim, (first, cut_date(passage, first, last)))
    last = cut_clause(passage, first, _cut_cue(passage, claim, (first, last)))
    last = cut_occasion(passage, claim, (first, cut_relative(passage, first, last)))
    while last > first and (
        passage.classes[last].grammar in TRAILING
        or (passage.is_word(last, *ARTICLES, *LATE) and not ends_name(passage, last))
        or _is_manner(passage, last)
    ):
        last -= 1
    return first, last


def _begins_at(passage: Passage, cue: Span | None, token: int) -> bool:
    return cue is not None and passage.find_token(cue.start) == token


def _is_no_noun(passage: Passage, claim: Attribution, token: int) -> bool:
    """Tell whether one word only leads to a cue in “-ing”: “[Far] from proving that”."""
    led = passage.is_word(token, "far", "apart", "aside") and passage.is_word(token + 1, "from")
    return led and claim.cue is not None and claim.cue.start > passage.tokens[token].start


def _skip_lead(passage: Passage, first: int, last: int) -> int:
    """Return where the subject begins after “[lost seats in what] Ruiz [called]”, “[Naming a town—]Ruiz”."""
    leading = passage.tokens[first].text.lower().endswith("ing") and not passage.classes[first].noun
    for token in range(last - 1, first, -1):
        tied = passage.is_word(token, "what") and passage.classes[token - 1].grammar == "preposition"
        if tied or (leading and passage.is_word(token, "—", "–")):
            return token + 1
    return first


def _is_manner(passage: Passage, token: int) -> bool:
    """Tell whether a word says how somebody spoke: “the speaker famously”; not “the Daily Weekly”."""
    known = passage.classes[token]
    return known.shape == "x" and not known.noun and is_manner(passage.tokens[token].text)


def _cut_cue(passage: Passage, claim: Attribution, speaker: Range) -> int:
    """Return the last token before the cue, when the speaker runs on over it: “Ito[, says trade]”."""
    first, last = speaker
    cue = passage.find_token(claim.cue.start) if claim.cue else last + 1
    return cue - 1 if first < cue <= last else last


def _find_noun(passage: Passage, claim: Attribution, first: int) -> Range | None:
    """Return the phrase that an article opens, up to the next part of the claim."""
    starts = [part.start for part in (claim.cue, *claim.contents) if part]
    places = [place for start in starts if (place := passage.find_token(start)) > first]
    phrase = find_after(passage, first, min([passage.sentence_limits(first)[1], *places]))
    return phrase if phrase and phrase[1] > first else None


def _opens_with_participle(passage: Passage, first: int, last: int) -> bool:
    """Tell whether “Speaking to …” or “Citing the …” opens the phrase; not “Polling by the paper”."""
    known = passage.classes[first]
    verbal = passage.lower[first].endswith("ing") and not known.noun and not known.grammar
    led = first < last and (passage.classes[first + 1].grammar in LEADS or passage.is_word(first + 1, ","))
    return verbal and led


def _find_subject(passage: Passage, claim: Attribution, speaker: Range) -> Range | None:
    """Return the subject after a participle phrase and its comma."""
    first, last = speaker
    commas = [place for place in range(first, last) if passage.tokens[place].text == ","]
    if not commas:
        return None
    cue = passage.find_token(claim.cue.start) if claim.cue else last + 1
    subject = find_before(passage, cue, first) if cue > last else None
    return subject if subject and subject[0] > commas[0] else (commas[-1] + 1, last)


def _is_verb(passage: Passage, first: int, last: int) -> bool:
    """Tell whether one word in small letters after its own subject is all: “she [gives] credit”."""
    known = passage.classes[first]
    if first < last or known.shape != "x" or known.noun or known.grammar or not first:
        return False
    return passage.classes[first - 1].grammar in ("pronoun", "auxiliary")


def _points_back(passage: Passage, claim: Attribution, speaker: Range) -> bool:
    """Tell whether a thing just told of, and no cue beside it, is taken for a speaker: “this stigma”."""
    known = passage.classes[speaker[1]]
    thing = known.shape == "x" and not known.noun and not known.grammar
    return claim.rule.endswith("-shared") and thing and passage.is_word(speaker[0], *POINTERS)
