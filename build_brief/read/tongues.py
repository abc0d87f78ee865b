"""Refuse an article that is not in English: read by English rules, it would come out as nonsense.

The words tell, not the page: many a template says `lang="en"` over a Spanish text. Whoever writes
`Language: en` on top of a text is believed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_brief.language.vocabulary import read_forms, read_words
from build_brief.read.manuscript import Block, Manuscript, UnreadableError

ENGLISH = "en"
FEWEST_WORDS = 40
"""A shorter text may be English by accident of its words."""
FEWEST_LETTERS = 40
"""Of another script, which tells at once."""
SHARE = 0.05
"""Of 2,746 English articles all but two, lists of names and of lessons, had more of the small words; of
20 pages in nine other languages none had more than 0.03."""
WORDS_THAT_TELL = 12
"""Of a paragraph that is English, in a text of names."""
SHARE_THAT_TELLS = 0.1
MOST_ENGLISH = 0.04
"""Share of words in paragraphs that are English; a page in another language prints a notice or two."""
WORD = re.compile(r"[^\W\d_]+")
LATIN_END = "\u024f"
"""The last of the letters that European languages write with Latin marks."""


def choose_language(manuscript: Manuscript) -> str:
    """Return the tag of the article's language, English unless an editor says otherwise.

    Raises `UnreadableError` when the text is not English.
    """
    written = manuscript.header.language
    if _is_english(written or ""):
        return written or ENGLISH
    declared = written or manuscript.language or ""
    if is_foreign(manuscript.text, manuscript.blocks):
        raise _refuse(declared)
    return written or (declared if _is_english(declared) else ENGLISH)


def _is_english(tag: str) -> bool:
    return tag.lower().partition("-")[0] == ENGLISH


def _refuse(declared: str) -> UnreadableError:
    """Return the reason, which names the language where a page says it, and the cure."""
    tag = declared.lower().partition("-")[0]
    name = next((name for known, name in read_forms("languages") if known == tag), None)
    reason = f"The article is in {name}" if name else "Hardly an English sentence was found in it"
    cure = "Put an English version here; if it is English, save it as text with “Language: en” on top."
    return UnreadableError(f"{reason}; only English is read.", cure)


def is_foreign(text: str, blocks: Sequence[Block]) -> bool:
    """Tell whether the words of `blocks` are not English; a text too short to tell is taken for English."""
    total = small = english = letters = beyond = 0
    for block in blocks:
        words = text[block.start : block.end]
        letters += sum(map(str.isalpha, words))
        beyond += sum(1 for char in words if char > LATIN_END and char.isalpha())
        found = [word.lower() for word in WORD.findall(words)]
        count = sum(word in read_words("english_words") for word in found)
        total, small = total + len(found), small + count
        if len(found) >= WORDS_THAT_TELL and count >= SHARE_THAT_TELLS * len(found):
            english += len(found)
    if beyond > letters / 2:
        return beyond >= FEWEST_LETTERS
    return total >= FEWEST_WORDS and small < SHARE * total and english < MOST_ENGLISH * total
