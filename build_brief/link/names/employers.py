"""Tell for which body somebody speaks who has a role there: “policy director at Clean Air Now”.

The body opens the role or follows its noun with no other name between. Teachers, reporters, players
and members speak for themselves. A role without a body is one at the body that spoke right before:
“Clean Air Now said … Associate director Ana Ruiz said …”.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Iterator, Sequence
from functools import lru_cache

from build_brief.language.known_names import find_country_of, match_known
from build_brief.language.name_lists import read_titles
from build_brief.language.tokens import find_tokens
from build_brief.language.verbs import read_verbs
from build_brief.language.vocabulary import read_words
from build_brief.model.annotations import AnnotatedArticle, Mention, MentionForm, MentionKind

PAST = ("former", "ex-", "late ", "a former", "the former", "then", "onetime", "one-time")
HEAD_OF_STATE = "President"
RELATIVE = re.compile(r",? (?:who|whose|which|that|where) | and (?:a|an|the) |, ")
BEFORE = frozenset(
    {"of", "at", "for", "with", "from", "the", "a", "an", "firm", "group", "charity", "company", "its"}
)
AFTER = frozenset(
    {"", ",", "and", "in", "’s", "or", "on", "since", "until", "based", "–", "—", "(", "at", "think"}
)
HONORIFICS = frozenset(
    {"Sir", "Dame", "Lord", "Lady", "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Dr", "Dr.", "Prof", "Prof."}
)
PANELS = frozenset({"committee", "subcommittee", "panel", "advisory", "jury"})
"""Of a body, but with a voice of their own: who chairs one does not speak for the body."""
LONGEST = 12
"""Words of a body's name."""
WITHIN = 3
"""Words before a body that still opens its sentence: “Advocacy group Clean Air Now urged”."""
VERB_WITHIN = 5
SENT = frozenset({"envoy", "ambassador"})
"""Who may be sent to a body as well as from it."""
CHAMBERS = ("Senate", "House ", "Congress", "Parliament")
ASSEMBLIES = ("Caucus", "Parliament", "Assembly", "Senate", "Representatives", "Bundestag", "Knesset", "Duma")


def find_employer(role: str, bodies: Container[str]) -> str | None:
    """Return the body for which the holder of `role` speaks; None when there is none, or it was long ago."""
    if not any(name in bodies for name in _list_names(role)) or role.lower().startswith(PAST):
        return None
    words = _words_before_clause(role)
    if _advises(words):
        return None
    small = {part for word in words for part in (word.lower(), word.lower().rpartition("-")[2])}
    if small & read_words("own_voices") or ("’s" in words and small & {"campaign", "aide"}):
        return None  # “Bloomberg’s campaign manager” is a man's
    found = [name for name in _find_bodies(words, bodies) if not _is_chamber(name)]
    name = max(found, key=lambda name: (len(name), name), default=None)
    college = name is not None and not read_words("college_words").isdisjoint(name.split())
    return None if college and not small & read_words("heads_of_colleges") else name


def _advises(words: Sequence[str]) -> bool:
    """Tell whether somebody sits on a panel of the body: “chair of the agency’s advisory committee”."""
    if any(word.startswith("spokes") for word in words):
        return False
    owned = words[words.index("’s") :] if "’s" in words else ()
    return not PANELS.isdisjoint((*words, *(word.lower() for word in owned)))


@lru_cache(maxsize=65536)
def _list_names(role: str) -> tuple[str, ...]:
    """Return whatever in a role may be the name of a body; without a capital there is none."""
    words = () if role.islower() else _words_before_clause(role)
    return tuple(
        _join(words[first:end])
        for first in range(len(words))
        if words[first][0].isupper()
        for end in range(first + 1, min(len(words), first + LONGEST) + 1)
    )


def _words_before_clause(role: str) -> tuple[str, ...]:
    return _words(RELATIVE.split(role.replace("'", "’"), maxsplit=1)[0])


@lru_cache(maxsize=65536)
def _words(text: str) -> tuple[str, ...]:
    return tuple(token.text for token in find_tokens(text))


def _find_bodies(words: Sequence[str], bodies: Container[str]) -> Iterator[str]:
    """Yield the bodies that a role is held at."""
    for first in range(len(words)):
        if not words[first][0].isupper():
            continue
        for end in range(min(len(words), first + LONGEST), first, -1):
            name = _join(words[first:end])
            if name in bodies:
                if _is_held_at(words, first, end):
                    yield name
                break


def _join(words: Sequence[str]) -> str:
    return " ".join(words).replace(" ’s", "’s").replace(" ’", "’").replace(" ,", ",").replace("’", "'")


def _is_held_at(words: Sequence[str], first: int, end: int) -> bool:
    """Tell whether the words around a body's name make it the holder's: it opens the role, or ends it."""
    after = words[end] if end < len(words) else ""
    ranks = read_words("title_words") | (read_titles().keys() - HONORIFICS)
    leads = (after.islower() and after not in SENT) or after == "’s" or after in ranks
    if first == 0 or (first == 1 and words[0].lower() in ("a", "an", "the")):
        return leads
    if words[first - 1].lower() not in BEFORE or after not in AFTER:
        return False
    return not any(_is_other(words, at) for at in range(1, first))


def _is_other(words: Sequence[str], at: int) -> bool:
    """Tell whether a capital before the body names more than a place: “adviser for Ruiz’s bid for …”."""
    if not words[at][0].isupper() or words[at] in read_words("title_words") or words[at] in read_titles():
        return False
    places = (match_known(words, start) for start in range(max(at - 2, 0), at + 1))
    return not any(known and known[1].kind is not MentionKind.ORGANISATION for known in places)


def _is_chamber(name: str) -> bool:
    """Tell whether a body's members speak for themselves: a parliament, its committee, its caucus."""
    return name.startswith(CHAMBERS) or name.endswith(ASSEMBLIES)


def find_staff_body(annotated: AnnotatedArticle, name: str) -> str | None:
    """Return the body that spoke in the sentence before somebody came in with a role at no body.

    “President Ana Ruiz” is a country's president, whatever spoke before.
    """
    first = next((m for m in annotated.mentions if m.name == name and m.form is MentionForm.FULL), None)
    if first is None or first.role is None or not _is_staff(first.role.text):
        return None
    if first.role.text == HEAD_OF_STATE and first.role.end <= first.span.start:
        return None
    starts = [sentence.span.start for sentence in annotated.sentences]
    own = bisect_right(starts, first.span.start) - 1
    if own < 1:
        return None
    before, after = annotated.sentences[own - 1].span, annotated.sentences[own].span
    bodies = [
        mention
        for mention in annotated.mentions
        if mention.kind is MentionKind.ORGANISATION and before.start <= mention.span.start < after.end
    ]
    if not bodies or len({body.name for body in bodies}) > 1 or not before.covers(bodies[0].span):
        return None
    body = bodies[0]
    return (
        body.name
        if body.name and not find_country_of(body.name) and _speaks(before.text, before.start, body)
        else None
    )


def _is_staff(role: str) -> bool:
    """Tell whether a role has a noun for one who speaks for a body, and names none itself."""
    words = role.lower().replace("’s", " ").split()
    if role.lower().startswith(PAST) or not words or words[-1] not in read_words("staff_roles"):
        return False
    named = {word for word in words[:-1] if word in read_words("body_nouns")} - {
        "group",
        "organisation",
        "organization",
    }
    return not named and not any(word[0].isupper() and not _is_place(word) for word in role.split()[1:])


def _is_place(word: str) -> bool:
    known = match_known((word,), 0)
    return known is not None and known[1].kind is not MentionKind.ORGANISATION


def _speaks(sentence: str, start: int, body: Mention) -> bool:
    """Tell whether the body is who speaks in a sentence: it opens it, or a verb of speech follows it."""
    before = _words(sentence[: body.span.start - start])
    after = [word.lower() for word in _words(sentence[body.span.end - start :])[:VERB_WITHIN]]
    verbs = read_verbs("speech_verbs").keys() | read_verbs("judgement_verbs").keys()
    if after[:1] and after[0] in verbs:
        return True
    return len(before) <= WITHIN and any(word in verbs for word in after)
