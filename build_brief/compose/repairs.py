"""Make a sentence stand alone by repairs that the reader can see and undo.

An editor who quotes one sentence writes `[David Lammy]` where it says “he”, `[David] Lammy` where
it gives a bare surname for the first time, `[T]he ministry` where it began with “But the ministry”,
and ` … ` where a word was dropped. Whom a word means is taken from the article's own mentions, and
only when they are sure; a sentence whose “he” may be somebody else is given up.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from build_brief.compose.archive import Archive
from build_brief.compose.clarity import SURE, is_clear, is_known, is_rivalled
from build_brief.compose.day_words import date_words
from build_brief.compose.leads import is_lead
from build_brief.compose.openers import find_also, find_opener, is_tied
from build_brief.compose.place_epithets import find_epithets, is_named, name_place
from build_brief.compose.rivals import is_contested
from build_brief.language.quote_marks import find_quoted
from build_brief.language.vocabulary import read_words
from build_brief.model.annotations import Mention, MentionForm, MentionKind
from build_brief.model.article import Span
from build_brief.model.statements import Edit, EditKind

POSSESSIVES = frozenset({"his", "its", "their", "whose"})
NEVER_REPAIRED = frozenset({"himself", "herself", "itself", "themselves", "who", "whom", "whose", "which"})
MODIFIED = re.compile(r" [A-Z]")
"""What follows an abbreviation that only describes: “a GOP Senator”."""
DAYS = frozenset({"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"})
"""No surname, whatever somebody is called."""
AGE = re.compile(r"-year-|\d")
HER_NOUN = re.compile(
    r"\s+(?!(?:to|in|on|at|for|from|with|by|and|or|but|as|that|after|before|when|if)\b)[^\W\d_]"
)
"""What follows “her” when it stands for “hers”: a word that is no preposition or conjunction."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence under repair: where it is, and who has been named on the page before it."""

    span: Span
    archive: Archive
    introduced: frozenset[str]

    def is_introduced(self, mention: Mention) -> bool:
        """Tell whether the page has given the full name of `mention` before, and it is nobody else's."""
        known = mention.name in self.introduced or self.archive.entity_of(mention) in self.introduced
        return known and not self.archive.is_shared(self.span.article.id, mention.span.text)

    def edit(self, start: int, end: int, text: str, mention: Mention) -> Edit:
        """Return a bracket over article offsets `start` to `end`, made relative to the sentence."""
        at = self.span.start
        link = self.archive.entity_of(mention)
        return Edit(start=start - at, end=end - at, kind=EditKind.BRACKET, text=text, link=link)


def find_repairs(
    span: Span, archive: Archive, introduced: frozenset[str] = frozenset()
) -> tuple[Edit, ...] | None:
    """Return the edits that make `span` stand alone, in order; None when no edit can.

    `introduced` holds the full names that the page has given before, and the pages they lead to:
    their surname is enough.
    """
    text = span.text
    opener = find_opener(text)
    if is_tied(text) or is_tied(text[opener:]):
        return None
    names = _repair_names(Scene(span, archive, introduced))
    places = _name_places(span, archive)
    if names is None or places is None:
        return None
    also = find_also(text[opener:])
    edits = [*names, *places, *date_words(span, archive)]
    if also:
        place = (also[0] + opener, also[1] + opener)
        edits.append(Edit(start=place[0], end=place[1], kind=EditKind.ELISION, text=" … "))
    edits.sort(key=lambda edit: (edit.start, edit.end))
    return tuple(_drop_opener(text, opener, edits)) if opener else tuple(edits)


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
        two = mention.form is not MentionForm.FULL and scene.archive.is_open(mention)
        edit = _repair(scene, mention, mentions[number + 1 :])
        unclear = two or not is_clear(mention, mentions[:number])
        if unclear or (edit and _is_doubted_pronoun(scene, mentions, number)):
            if not is_lead(scene.span, scene.archive.annotated) or not is_known(mention, mentions[:number]):
                return None
            continue
        if edit:
            edits.append(edit)
        if mention.name and mention.confidence >= SURE and (edit or mention.form is not MentionForm.PRONOUN):
            named.add(mention.name)
    return edits


def _is_doubted_pronoun(scene: Scene, mentions: Sequence[Mention], number: int) -> bool:
    """Tell whether the mention of that number is a pronoun that may mean somebody else than it says."""
    pronoun, after = mentions[number], mentions[number + 1 :]
    if pronoun.form is not MentionForm.PRONOUN:
        return False
    return is_contested(scene.span, pronoun, after, scene.archive) or is_rivalled(pronoun, mentions)


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
    return _repair_short(scene, mention)


def _repair_pronoun(scene: Scene, mention: Mention, after: Sequence[Mention]) -> Edit | None:
    word = mention.span.text
    text = scene.span.article.text
    before = text[scene.span.start : mention.span.start]
    if word.lower() in NEVER_REPAIRED or (mention.name or "") in before:
        return None
    if _is_named_after_comma(scene, mention, after):
        return None
    owner = word.lower() in POSSESSIVES or (word.lower() == "her" and _is_followed_by_noun(mention))
    mark = "’" if "’" in text else "'"
    name = _name(scene, mention) + (f"{mark}s" if owner else "")
    return scene.edit(mention.span.start, mention.span.end, f"[{name}]", mention)


def _repair_short(scene: Scene, mention: Mention) -> Edit | None:
    """Complete a bare surname or an abbreviation where the page gives it for the first time."""
    short, name = mention.span.text, mention.name or ""
    if short == name or scene.is_introduced(mention) or short in DAYS:
        return None
    if mention.kind is MentionKind.ORGANISATION:
        # “Acme” for Acme Ltd. is clear; “HRW” and “the ministry” are not.
        start, end = mention.span.start, mention.span.end
        known = short.lower() in name.lower() or MODIFIED.match(scene.span.article.text, end)
        return None if known else scene.edit(start, end, f"[{name}]", mention)
    return _complete(scene, mention) if mention.kind is MentionKind.PERSON else None


def _complete(scene: Scene, mention: Mention) -> Edit | None:
    """Return the bracket that completes a surname or a given name; None when it would not be a name."""
    short, name, text = mention.span.text, mention.name or "", scene.span.article.text
    start, end = mention.span.start, mention.span.end
    if text[scene.span.start : start].lower().endswith("the ") or not _is_plain_name(name):
        # “The Patriots” are no person, whatever the name; “[Seven-year-old] Omar” is no completion.
        return None
    if name in text[end : scene.span.end]:
        return None  # “Marek and his wife Ana Marek”: the full name is another's, or it comes anyway.
    if name.endswith(f" {short}"):
        first = name.removesuffix(short).rstrip()
        given = text[scene.span.start : start].rstrip().endswith(first.split()[-1])
        return None if given else scene.edit(start, start, f"[{first}] ", mention)
    if name.startswith(f"{short} "):
        last = name.removeprefix(short).lstrip()
        if len(last) == 1:
            # “Lola” of “Lola B” stays: what the initial belongs to is often another name.
            return None
        given = text[end : scene.span.end].lstrip().startswith(last.split()[0])
        return None if given else scene.edit(end, end, f" [{last}]", mention)
    return scene.edit(start, end, f"[{name}]", mention)


def _is_plain_name(name: str) -> bool:
    """Tell whether `name` can be a person's: no age in it, and no “From” or “This” amid its words."""
    words = name.split()
    return not AGE.search(name) and not any(word in read_words("sentence_heads") for word in words[1:])


def _name(scene: Scene, mention: Mention) -> str:
    """Return the full name, or the short one when the page has given the full one and it is nobody else's."""
    name = mention.name or ""
    short = scene.archive.short_names.get((scene.span.article.id, name))
    if not short or not scene.is_introduced(mention):
        return name
    return name if scene.archive.is_shared(scene.span.article.id, short) else short


def _is_named_after_comma(scene: Scene, mention: Mention, after: Sequence[Mention]) -> bool:
    """Tell whether the same one is named later, after a comma: “In his speech, Lammy said …”."""
    for other in after:
        if other.name == mention.name and other.form is not MentionForm.PRONOUN:
            return "," in scene.span.article.text[mention.span.end : other.span.start]
    return False


def _is_followed_by_noun(mention: Mention) -> bool:
    return bool(HER_NOUN.match(mention.span.article.text, mention.span.end))
