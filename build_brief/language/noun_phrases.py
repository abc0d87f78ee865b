"""Read a list of noun phrases: “human rights, Hong Kong and allegations of Chinese espionage”.

Without a parser: a phrase goes on until a word that cannot stand in one (a verb, “who”, “while”).
“Of” always goes on; another preposition only before a name or a bare plural (“policies in Hong
Kong”, “violence against women”). A comma parts items only when the list ends in “and”.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from build_brief.language.subjects import singular
from build_brief.language.tokens import Token, TokenKind
from build_brief.language.vocabulary import read_words
from build_brief.language.word_classes import classify

Phrase = tuple[Token, ...]
INNER = frozenset({"in", "on", "for", "against", "of"})
JOINERS = frozenset({"and", "or", "&"})
AGAIN = frozenset({"about", "over", "on"})
"""“Concerns about noise and about dust”."""
CHAINS = (("as", "well", "as"), ("as", "well"), ("along", "with"))
"""“Trade as well as defence” is two."""
PAIRS = frozenset(
    {
        ("law", "order"),
        ("health", "safety"),
        ("search", "rescue"),
        ("checks", "balances"),
        ("supply", "demand"),
    }
)
"""One thing under two words."""
WHEN = frozenset({"recent", "past", "last", "next", "coming", "early", "late", "mid", "advance", "addition"})
DETERMINERS = frozenset(
    {
        "the",
        "a",
        "an",
        "its",
        "his",
        "her",
        "their",
        "our",
        "this",
        "that",
        "these",
        "those",
        "to",
        "in",
        "on",
    }
    | {
        "for",
        "of",
        "into",
        "at",
        "it",
        "him",
        "them",
        "with",
        "by",
        "from",
        "as",
        "what",
        "how",
        "all",
        "more",
    }
)
ARTICLES = frozenset({"the", "a", "an", "his", "her", "their", "its", "my", "our"})
LONGEST = 9
"""Words in a phrase: a longer one is not a heading but a clause that was not recognised."""


def read_list(tokens: Sequence[Token], at: int) -> tuple[Phrase, ...]:
    """Return the noun phrases listed in `tokens` from `at` on; empty when none starts there.

    Each is a run of tokens, opening marks and determiners included.
    """
    phrases: list[Phrase] = []
    commas: list[int] = []
    joined = False
    while at < len(tokens) and len(phrases) < LONGEST:
        end = _phrase_end(tokens, at)
        if end == at:
            break
        phrases.append(tuple(tokens[at:end]))
        at, comma, joiner = _separator(tokens, end)
        joined = joined or joiner
        if not comma and not joiner:
            break
        if comma and not joiner:
            commas.append(len(phrases))
    if commas and commas[-1] == len(phrases):
        return tuple(phrases) if joined else tuple(phrases[: commas[0]])
    return _believable(phrases, commas, tokens, at, joined=joined)


def _believable(
    phrases: list[Phrase], commas: list[int], tokens: Sequence[Token], at: int, *, joined: bool
) -> tuple[Phrase, ...]:
    """Keep what belongs to the list: without “and”, or before a verb, a comma ends it."""
    verb_follows = at < len(tokens) and tokens[at].kind is TokenKind.WORD and bool(commas)
    if commas and (not joined or (verb_follows and _ends(tokens[at]))):
        return tuple(phrases[: commas[0]])
    return tuple(phrases)


def _separator(tokens: Sequence[Token], at: int) -> tuple[int, bool, bool]:
    """Return where the next item starts, and whether a comma and whether a joiner came before it."""
    comma = at < len(tokens) and tokens[at].text == ","
    at += comma
    for words in (*((word,) for word in sorted(JOINERS)), *CHAINS):
        if tuple(token.text.lower() for token in tokens[at : at + len(words)]) == words:
            at += len(words)
            again = at < len(tokens) and tokens[at].text.lower() in AGAIN
            return at + again, comma, True
    return at, comma, False


def _phrase_end(tokens: Sequence[Token], at: int) -> int:
    """Return the place after the last token of the phrase that starts at `at`."""
    start = end = at
    while end < len(tokens) and end - start < LONGEST + 3:
        token = tokens[end]
        if token.kind is TokenKind.MARK:
            if not _mark_goes_on(tokens, end, start):
                break
        elif token.kind is TokenKind.CLITIC:
            if token.text[1:].lower() != "s":
                break
        elif _stops(tokens, end, start):
            break
        end += 1
    while end > start and tokens[end - 1].text.lower() in INNER | DETERMINERS:
        end -= 1
    return end


def _mark_goes_on(tokens: Sequence[Token], at: int, start: int) -> bool:
    text = tokens[at].text
    if text in '“‘"':
        return at == start
    return text in "’'" and at > start and tokens[at - 1].text.endswith("s")


def _stops(tokens: Sequence[Token], at: int, start: int) -> bool:
    word = tokens[at].text
    if word.lower() in JOINERS:
        return not _is_pair(tokens, at)
    if word.lower() in INNER:
        return not _inner_goes_on(tokens, at, start)
    if at == start:
        return _ends(tokens[at]) and not _may_open(tokens, at)
    if word.lower() in ARTICLES and tokens[at - 1].text.lower() not in INNER | read_words("phrase_openers"):
        return True
    return (_ends(tokens[at]) and not _is_name_word(word)) or _is_participle(tokens, at)


def _may_open(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a word that ends phrases starts one here: “every”, “Sunday trading”."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    owns = following is not None and following.text.islower() and not _ends(following)
    day = owns and classify(tokens[at].text).noun == "calendar" and not classify(tokens[at + 1].text).grammar
    return day or tokens[at].text.lower() in read_words("phrase_openers")


def _ends(token: Token) -> bool:
    return token.text.lower() in read_words("phrase_ends") or token.text.lower() in _verbs()


def _is_name_word(word: str) -> bool:
    return word[:1].isupper() and not word.isupper()


@cache
def _verbs() -> frozenset[str]:
    """Return finite forms of verbs of speech that are no nouns."""
    return frozenset(word + "ed" for word in ("add", "warn", "argu", "claim", "agre", "announc", "declin"))


def _is_pair(tokens: Sequence[Token], at: int) -> bool:
    around = [token.text.lower() for token in tokens[max(at - 1, 0) : at + 2]]
    return len(around) == 3 and (around[0], around[2]) in PAIRS  # noqa: PLR2004 - before, “and”, after


def _inner_goes_on(tokens: Sequence[Token], at: int, start: int) -> bool:
    if at == start or at + 1 >= len(tokens):
        return False
    word, following = tokens[at].text.lower(), tokens[at + 1].text
    if word == "of" or singular(tokens[at - 1].text) in read_words("issue_light_heads"):
        return following.lower() not in read_words("phrase_ends")
    if classify(following).noun == "calendar":
        return False
    named = _is_name_word(following) or (following.lower() in ("the", "its") and word == "for")
    bare = following.endswith("s") and following.islower() and following not in DETERMINERS
    return named or (bare and word in ("against", "for") and following.lower() not in WHEN)


def _is_participle(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a word in -ed, -ing or -s is a verb here: a function word or the end follows."""
    word = tokens[at].text.lower()
    following = tokens[at + 1].text.lower() if at + 1 < len(tokens) else "."
    if word.endswith("s") and following in ARTICLES:
        return True
    if not word.endswith(("ed", "ing")) or len(word) < 5:  # noqa: PLR2004 - “need”, “king”
        return False
    if word.endswith("ing"):
        return following in DETERMINERS - {"of", "in", "on", "for", "at", "as"}
    return not following[0].isalpha() or following in DETERMINERS or following in read_words("phrase_ends")
