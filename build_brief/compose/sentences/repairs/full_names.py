"""Give a name in full where a page gives it for the first time: the surname completed, the role with it.

An editor writes `[British Foreign Secretary David] Lammy` once, and “Lammy” after that. A short
form that two people share is never left alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from build_brief.compose.archive import Archive
from build_brief.compose.sentences.leaning.openers import find_opener
from build_brief.language.vocabulary import read_words
from build_brief.model.annotations import Mention, MentionKind
from build_brief.model.article import Span
from build_brief.model.statements import Edit, EditKind

MODIFIED = re.compile(r" [A-Z]")
"""What follows an abbreviation that only describes: “a GOP Senator”."""
DAYS = frozenset({"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"})
"""No surname, whatever somebody is called."""
TITLE = re.compile(r"(?:\b[A-Z][a-z]{0,4}\.|\b[A-Z][\w-]+|[a-z]er|[a-z]or|[a-z]ist) $")
"""What stands before a surname that already has its title: “Mr. ”, “Judge ”, “lawmaker ”."""
MOST_SURNAMES = 2
"""Words after a given name; more hold a title or a place."""
AGE = re.compile(r"-year-|\d")


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence under repair: where it is, and who has been named on the page before it."""

    span: Span
    archive: Archive
    introduced: frozenset[str]
    titled: bool
    """Whether a name that is put in brings the role that the article gives it."""

    def is_introduced(self, mention: Mention) -> bool:
        """Tell whether the page has given the full name of `mention` before, and it is nobody else's."""
        known = mention.name in self.introduced or self.archive.entity_of(mention) in self.introduced
        return known and not self.archive.is_shared(self.span.article.id, mention.span.text)

    def edit(self, start: int, end: int, text: str, mention: Mention) -> Edit:
        """Return a bracket over article offsets `start` to `end`, made relative to the sentence."""
        at = self.span.start
        link = self.archive.entity_of(mention)
        return Edit(start=start - at, end=end - at, kind=EditKind.BRACKET, text=text, link=link)


def complete_name(scene: Scene, mention: Mention) -> Edit | None:
    """Complete a bare surname or an abbreviation where the page gives it for the first time."""
    short, name = mention.span.text, mention.name or ""
    if short == name or scene.is_introduced(mention) or short in DAYS:
        return None
    if mention.kind is MentionKind.ORGANISATION:
        # “Acme” for Acme Ltd. is clear; “HRW” and “the ministry” are not.
        start, end = mention.span.start, mention.span.end
        known = _letters(short) in _letters(name) or MODIFIED.match(scene.span.article.text, end)
        return (
            None
            if known or _stands_for_another(scene, short, name)
            else scene.edit(start, end, f"[{name}]", mention)
        )
    return _complete(scene, mention) if mention.kind is MentionKind.PERSON else None


def _letters(name: str) -> str:
    return re.sub(r"\W", "", name.lower())


def _stands_for_another(scene: Scene, short: str, name: str) -> bool:
    """Tell whether the article says that letters are short for another name: “Guild of Potters (GOP)”."""
    defined = re.compile(
        r"(?P<name>[A-Z][\w’'-]+(?: (?:(?:of|for|and|the) )*[A-Z][\w’'-]+)+),? (?:or |\()"
        rf"{re.escape(short)}\b"
    )
    return any(
        found["name"] != name and "".join(word[0] for word in found["name"].split()).upper() == short.upper()
        for found in defined.finditer(scene.span.article.text)
    )


def _complete(scene: Scene, mention: Mention) -> Edit | None:
    """Return the bracket that completes a surname or a given name; None when it would not be a name."""
    short, name, text = mention.span.text, mention.name or "", scene.span.article.text
    start, end = mention.span.start, mention.span.end
    if text[scene.span.start : start].lower().endswith("the ") or not _is_plain_name(name):
        # “The Patriots” are no person, whatever the name; “[Seven-year-old] Omar” is no completion.
        return None
    if name in text[end : scene.span.end]:
        return None  # “Marek and his wife Ana Marek”: the full name is another's, or it comes anyway.
    if _straighten(name).endswith(f" {_straighten(short)}"):
        first = name[: -len(short)].rstrip()
        given = text[scene.span.start : start].rstrip().endswith(first.split()[-1])
        title = (
            "" if mention.role or TITLE.search(text[scene.span.start : start]) else find_title(scene, mention)
        )
        return None if given else scene.edit(start, start, f"[{title}{first}] ", mention)
    if name.startswith(f"{short} "):
        last = name.removeprefix(short).lstrip()
        if len(last) == 1 or len(last.split()) > MOST_SURNAMES:
            # “Lola” of “Lola B” stays: what the initial belongs to is often another name. “Kirkovar” is no
            # given name of “Kirkovar County Sheriff Paul Marek”.
            return None
        given = text[end : scene.span.end].lstrip().startswith(last.split()[0])
        return None if given else scene.edit(end, end, f" [{last}]", mention)
    return scene.edit(start, end, f"[{name}]", mention)


def _straighten(name: str) -> str:
    return name.replace("’", "'")


def _is_plain_name(name: str) -> bool:
    """Tell whether `name` can be a person's: no age in it, and no “From” or “This” among its words."""
    given, heads = read_words("given_names"), read_words("sentence_heads")
    words = name.split()
    return not AGE.search(name) and not any(
        word in heads and (number or word not in given) for number, word in enumerate(words)
    )


def name_in_full(scene: Scene, mention: Mention) -> str:
    """Return the full name, or the short one when the page has given the full one and it is nobody else's."""
    name = mention.name or ""
    short = scene.archive.short_names.get((scene.span.article.id, name))
    if not short or not scene.is_introduced(mention):
        return name
    return name if scene.archive.is_shared(scene.span.article.id, short) else short


def find_title(scene: Scene, mention: Mention) -> str:
    """Return the role before a name that the page gives for the first time, as its article words it."""
    known = mention.name in scene.introduced or scene.archive.entity_of(mention) in scene.introduced
    title = scene.archive.titles.get((scene.span.article.id, mention.name or "")) if scene.titled else None
    if known or not title:
        return ""
    heads = mention.span.start - scene.span.start <= find_opener(scene.span.text)
    return f"{title[:1].upper() + title[1:] if heads else title} "
