"""Turn text into Markdown that shows exactly that text and does nothing else.

Articles may hold anything: asterisks, footnote marks, HTML, template braces, control characters. Every
character that Markdown, one of the extensions of `mkdocs.yml` or HTML could read as a command becomes an HTML
entity; all others stay as they are, so that a page's source reads like the page. Backslashes are not used:
`check` can read the words back with any HTML parser.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping
from functools import lru_cache

import yaml

SHOWN_AS_ENTITY = '&<>"\\`*_[]{}|#~'
"""Characters that mean something to Markdown or HTML in the middle of a line."""

CONTROLS = (*range(0x20), *range(0x7F, 0xA0))
SURROGATES = range(0xD800, 0xE000)
REPLACEMENT = "\ufffd"

WHITESPACE = re.compile(r"[\t\n\f\r ]{2,}|[\t\n\f\r]")
"""What HTML takes for one blank, and is none yet; other blanks (no-break, line separator) are characters of
the text."""

HIDDEN_BLANKS = tuple(
    character
    for character in map(chr, (0xA0, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000))
)
"""Python strips these from the ends of a paragraph, a page does not; nobody sees them in a diff either."""

LINE_START = re.compile(r"^(?P<before> ?\d*)(?P<mark>(?<!\d)[-+=]|(?<=\d)[.)])")
"""What would open a list, a rule or a heading at the head of a line."""

NUMBERED = {ord(character): f"&#{ord(character)};" for character in (*SHOWN_AS_ENTITY, *HIDDEN_BLANKS)}
NAMED = {ord(character): html.escape(character) for character in '&<>"'}
UNPRINTABLE = dict.fromkeys((*CONTROLS, *SURROGATES), REPLACEMENT)
ESCAPES = UNPRINTABLE | NUMBERED | NAMED | {ord(blank): blank for blank in "\t\n\f\r"}
SPECIAL = re.compile(f"[{re.escape(''.join(chr(c) for c, shown in ESCAPES.items() if shown != chr(c)))}]")
"""Every character that is not printed as it is: looking for them is faster than looking at all."""
ATTRIBUTE_ESCAPES = {character: shown for character, shown in ESCAPES.items() if character != ord("_")}

PLAIN = re.compile(
    r"[A-Za-z][A-Za-z.’-]*,? (?:[A-Za-zÀ-ÖØ-öø-ÿ0-9 ,;.()/$%!?…“”‘’–—-]|&(?:amp|quot|#x27);)*"
    r"[A-Za-z0-9.…”’)!?]"
)
"""What YAML prints as it is: two words or more, and no mark that means something to it."""

BIDI = re.compile(
    "[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff]"
)
"""Letters written from right to left, and the marks that turn the direction."""


class Markdown(str):
    """Text that is safe to stand in a page: escaped, or put together from what is."""

    __slots__ = ()

    def __html__(self) -> str:
        """Tell Jinja that nothing is left to escape."""
        return self


@lru_cache(maxsize=16384)  # names, outlets and labels come again on every page
def escape(text: str) -> Markdown:
    """Return Markdown, also valid inside HTML, that shows `text` in one line and runs nothing.

    Runs of blanks and line breaks become one blank. Right for the head of a block, for a table's cell, for
    the words of a link, and between tags; for values of attributes take `attribute`.
    """
    line = WHITESPACE.sub(" ", SPECIAL.sub(_escape_one, text)).replace("///", "&#47;//")
    line = LINE_START.sub(_escape_start, line)
    return Markdown(f"<bdi>{line}</bdi>" if BIDI.search(line) else line)


def _escape_one(found: re.Match[str]) -> str:
    return ESCAPES[ord(found[0])]


def _escape_start(found: re.Match[str]) -> str:
    return f"{found['before']}&#{ord(found['mark'])};"


def attribute(text: str) -> Markdown:
    """Return `text` for the value of an HTML attribute in double quotes; underscores mean nothing there."""
    return Markdown(WHITESPACE.sub(" ", text.translate(ATTRIBUTE_ESCAPES)).replace("'", "&#39;"))


def visible(text: str) -> str:
    """Return what a reader can see of `text`: blanks as one blank, what no page can show as U+FFFD.

    For comparing the words of a page with those of a source; both sides must pass it.
    """
    return WHITESPACE.sub(" ", text.translate(UNPRINTABLE | {ord(blank): " " for blank in "\t\n\f\r"})).strip(
        " "
    )


def front_matter(values: Mapping[str, object]) -> Markdown:
    """Return the YAML block at the head of a page.

    Themes print titles and descriptions as HTML without escaping, so strings are escaped here.
    """
    return Markdown(f"---\n{''.join(_print_yaml(key, value) for key, value in values.items())}---\n")


def _print_yaml(key: str, value: object) -> str:
    """Return one entry; most titles need no quoting, and the writer of YAML is slow to find that out."""
    shown = html.escape(visible(value)) if isinstance(value, str) else value
    if isinstance(shown, str) and PLAIN.fullmatch(shown):
        return f"{key}: {shown}\n"
    return _dump_yaml(key, json.dumps(shown))


@lru_cache(maxsize=256)  # all pages of a kind have the same settings
def _dump_yaml(key: str, value: str) -> str:
    return yaml.safe_dump({key: json.loads(value)}, allow_unicode=True, sort_keys=False, width=10**6)
