"""Make a sentence stand alone by repairs that the reader can see and undo.

An editor who quotes one sentence writes `[David Lammy]` where it says “he”, `[David] Lammy` where
it gives a bare surname for the first time, `[T]he ministry` where it began with “But the ministry”,
and ` … ` where a word was dropped. Whom a word means is taken from the article's own mentions, and
only when they are sure; a sentence whose “he” may be somebody else is given up.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_brief.compose.archive import Archive
from build_brief.compose.archive.asked import once
from build_brief.compose.sentences.kinds.leads import is_lead
from build_brief.compose.sentences.leaning.openers import find_also, find_opener, is_tied
from build_brief.compose.sentences.people.clarity import SURE, is_clear, is_known, is_mixed, is_rivalled
from build_brief.compose.sentences.people.misread_names import has_bare_surname, is_misread
from build_brief.compose.sentences.people.rivals import is_contested
from build_brief.compose.sentences.repairs.day_words import date_words
from build_brief.compose.sentences.repairs.full_names import Scene, complete_name, find_title, name_in_full
from build_brief.compose.sentences.repairs.place_epithets import find_epithets, is_named, name_place
from build_brief.language.quote_marks import find_quoted
from build_brief.model.annotations import Mention, MentionForm
from build_brief.model.article import Span
from build_brief.model.statements import Edit, EditKind

POSSESSIVES = frozenset({"his", "its", "their", "whose"})
NEVER_REPAIRED = frozenset({"himself", "herself", "itself", "themselves", "who", "whom", "whose", "which"})
CALLS = re.compile(
    r"\b(?:call|consider|deem|find|label|think|make|keep|leave|brand)(?:s|ed|ing)? $"
    r"|\b(?:found|thought|made|kept"
    r"|left|making|leaving) $"
)
"""“calling her evasive”: what follows says how she is held to be."""
HER_NOUN = re.compile(
    r"\s+[“\"‘']?(?!(?:to|in|on|at|for|from|with|by|and|or|but|as|that|after|before|when|if)\b)[^\W\d_]"
)
"""What follows “her” when it stands for “hers”: a word that is no preposition or conjunction."""


def find_repairs(
    span: Span, archive: Archive, introduced: frozenset[str] = frozenset(), *, titled: bool = False
) -> tuple[Edit, ...] | None:
    """Return the edits that make `span` stand alone, in order; None when no edit can.

    `introduced` holds the full names that the page has given before, and the pages they lead to:
    their surname is enough. With `titled`, a name put in for the first time has its role before it.
    """
    others = _find_others(span, archive)
    names = None if others is None else _repair_names(Scene(span, archive, introduced, titled))
    if others is None or names is None:
        return None
    edits = sorted([*names, *others], key=lambda edit: (edit.start, edit.end))
    opener = find_opener(span.text)
    return tuple(_drop_opener(span.text, opener, edits)) if opener else tuple(edits)


@once
def _find_others(span: Span, archive: Archive) -> tuple[Edit, ...] | None:
    """Return the edits that are the same whoever was named before; None when no edit can mend the rest."""
    text = span.text
    opener = find_opener(text)
    if is_tied(text) or (opener and is_tied(text[opener:])) or has_bare_surname(span, archive):
        return None
    places = _name_places(span, archive)
    if places is None:
        return None
    edits = [*places, *date_words(span, archive)]
    if also := find_also(text[opener:]):
        place = (also[0] + opener, also[1] + opener)
        edits.append(Edit(start=place[0], end=place[1], kind=EditKind.ELISION, text=" … "))
    return tuple(edits)


def _drop_opener(text: str, opener: int, edits: list[Edit]) -> list[Edit]:
    """Return `edits` with the opener left out, as one bracket with what follows where that can be."""
    if edits and edits[0].start == opener and edits[0].kind is EditKind.BRACKET:
        first = edits[0]
        whole = Edit(start=0, end=first.end, kind=first.kind, text=first.text, link=first.link)
        return [whole, *edits[1:]]
    if text[opener].islower():
        capital = Edit(start=0, end=opener + 1, kind=EditKind.BRACKET, text=f"[{text[opener].upper()}]")
        return [capital, *edits]
    return [Edit(start=0, end=opener, kind=EditKind.ELISION, text="… "), *edits]


def _name_places(span: Span, archive: Archive) -> list[Edit] | None:
    """Return brackets for places called by what they are; None when one stays unclear."""
    edits = []
    for epithet in find_epithets(span):
        edit = name_place(span, epithet, archive)
        if edit is None and not is_named(span, epithet, archive):
            return None
        edits += [edit] if edit else []
    return edits


def _repair_names(scene: Scene) -> list[Edit] | None:
    """Return the edits for names, roles and pronouns; None when one of them stays unclear."""
    mentions = _find_open_mentions(scene)
    named: set[str] = set()
    edits: list[Edit] = []
    for number, mention in enumerate(mentions):
        if mention.name in named:
            continue
        if number and mentions[number - 1].span.covers(mention.span):
            # A name inside another, as in “Lammy's office”, needs no repair and names its bearer.
            named.update([mention.name] if mention.name else [])
            continue
        two = mention.form is not MentionForm.FULL and (
            scene.archive.is_open(mention) or is_misread(mention, scene.archive)
        )
        edit = _repair(scene, mention, mentions[number + 1 :])
        unclear = two or not is_clear(mention, mentions[:number])
        if unclear or (edit and _is_doubted_pronoun(scene, mentions, number)):
            if not is_lead(scene.span, scene.archive.annotated) or not is_known(mention, mentions[:number]):
                return None
            continue
        if edit:
            edits.append(edit)
        told = edit or mention.form is not MentionForm.PRONOUN
        if mention.name and mention.confidence >= SURE and told:
            named.add(mention.name)
    return edits


def _is_doubted_pronoun(scene: Scene, mentions: Sequence[Mention], number: int) -> bool:
    """Tell whether the mention of that number is a pronoun that may mean somebody else than it says."""
    pronoun, after = mentions[number], mentions[number + 1 :]
    if pronoun.form is not MentionForm.PRONOUN:
        return False
    if is_mixed(pronoun, mentions[:number]) or is_rivalled(pronoun, mentions):
        return True
    return is_contested(scene.span, pronoun, after, scene.archive)


def _find_open_mentions(scene: Scene) -> list[Mention]:
    """Return the mentions outside quotation marks."""
    quoted = find_quoted(scene.span.article.text, scene.span.start, scene.span.end)
    found: list[Mention] = []
    for mention in scene.archive.mentions_in(scene.span):
        start = mention.span.start
        inside = any(region.start <= start < region.end for region in quoted)
        if not inside and mention.span.end <= scene.span.end:
            found.append(mention)
    return found


def _repair(scene: Scene, mention: Mention, after: Sequence[Mention]) -> Edit | None:
    if not mention.name or mention.confidence < SURE or mention.form is MentionForm.FULL:
        return None
    if mention.form is MentionForm.PRONOUN:
        return _repair_pronoun(scene, mention, after)
    if mention.form is MentionForm.ROLE:
        # “The president” stays the source's own words: of several presidents none must be named wrongly.
        return None
    return complete_name(scene, mention)


def _repair_pronoun(scene: Scene, mention: Mention, after: Sequence[Mention]) -> Edit | None:
    word = mention.span.text
    text = scene.span.article.text
    before = text[scene.span.start : mention.span.start]
    if word.lower() in NEVER_REPAIRED or (mention.name or "") in before:
        return None
    if _is_named_after_comma(scene, mention, after) or _has_his_role_before(scene, mention):
        return None
    owner = word.lower() in POSSESSIVES or (
        word.lower() == "her" and _is_followed_by_noun(mention) and not CALLS.search(before)
    )
    mark = "’" if "’" in text else "'"
    name = find_title(scene, mention) + name_in_full(scene, mention) + (f"{mark}s" if owner else "")
    return scene.edit(mention.span.start, mention.span.end, f"[{name}]", mention)


def _is_named_after_comma(scene: Scene, mention: Mention, after: Sequence[Mention]) -> bool:
    """Tell whether the same one is named later, after a comma: “In his speech, Lammy said …”."""
    for other in after:
        if other.name == mention.name and other.form is not MentionForm.PRONOUN:
            return "," in scene.span.article.text[mention.span.end : other.span.start]
    return False


def _has_his_role_before(scene: Scene, mention: Mention) -> bool:
    """Tell whether the same one stands before by what he is, or as a “his” that is clear from what follows.

    “The president-elect made his case”, “While her husband spoke, she was silent, and Varga left”.
    """
    return any(
        other.form is MentionForm.ROLE
        or (other.form is MentionForm.PRONOUN and other.span.text.lower() not in NEVER_REPAIRED)
        for other in _find_open_mentions(scene)
        if other.name == mention.name and other.span.start < mention.span.start
    )


def _is_followed_by_noun(mention: Mention) -> bool:
    return bool(HER_NOUN.match(mention.span.article.text, mention.span.end))
