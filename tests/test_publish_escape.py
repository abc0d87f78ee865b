"""Whatever an article holds, a page shows exactly that and runs nothing."""

from __future__ import annotations

import time
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, TypeVar

import markdown
import pytest
import yaml
from hypothesis import assume, example, given
from hypothesis import strategies as st

from build_brief.publish.wording.escape import attribute, escape, front_matter, visible

MKDOCS = Path(__file__).parent.parent / "mkdocs.yml"

ADDED_BY_MKDOCS = ("toc", "tables", "fenced_code")

COMMANDS = (
    "*a* _b_ **c** `d` ``e`` <b>f</b> [g](javascript:h) ![i](j) [k][l]",
    "<https://m.example> <n@o.example> &amp; &#42; \\* \\",
    "1. a",
    "12) a",
    "- a",
    "+ a",
    "* a",
    "# a #",
    "===",
    "---",
    "> a",
    "    four blanks",
    "\tTab",
    "```\ncode\n```",
    "~~~ python",
    "[^1]: note",
    "a[^1] b",
    "{: #id .class onclick=x }",
    "{ #id }",
    "a { .b }",
    "| a | b |\n|---|---|\n| c | d |",
    "[TOC]",
    "[a]: https://b.example",
    "///Footnotes Go Here///",
    "<script>alert(1)</script>",
    "</p></div><img src=x onerror=alert(1)>",
    "<div markdown>*a*</div>",
    "<!-- a --> <![CDATA[ b ]]> <?php c ?>",
    "{{ config }} {% include 'x' %} {# y #}",
    '--8<-- "/etc/passwd"',
    ":smile: :material-account: *[HTML]: x",
    "a  \nb",
    "\x02wzxhzdk:0\x03 \x02klzzwxh:0\x03 \x02amp\x03",
    "\x00\x01\x1f\x7f\x85\x9f\ud800\ufffe\uffff\ufeff",
    "\xa0a\xa0 \u2028b\u2029 \u3000",
    "\u202eright\u202c \u0627\u0644\u0639 \u05d0",
    "!!! note",
    "Term\n:   definition",
    "&lt; &copy &copy; &#x2a; &bogus; &",
    "http://a.example/b_c_d",
)


Test = TypeVar("Test", bound=Callable[..., None])


class Text(HTMLParser):
    """The visible text of a page, and the names of its elements."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self.tags: list[str] = []
        self.open: list[list[str]] = []
        self.texts: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.open.append([])
        assert not [name for name, _ in attrs if name not in {"id", "dir", "class", "href", "title"}]

    def handle_endtag(self, tag: str) -> None:
        self.texts.append((tag, visible("".join(self.open.pop()))))

    def handle_data(self, data: str) -> None:
        self.text.append(data)
        for element in self.open:
            element.append(data)


def site_extensions() -> tuple[list[str], dict[str, Any]]:
    """Return the extensions that `mkdocs.yml` names, with their settings."""
    config = yaml.safe_load(MKDOCS.read_text(encoding="utf-8"))["markdown_extensions"]
    named = {name: each[name] for each in config if isinstance(each, dict) for name in each}
    plain = [each for each in config if isinstance(each, str)]
    return [*dict.fromkeys((*ADDED_BY_MKDOCS, *plain, *named))], named


def render(page: str) -> Text:
    extensions, settings_ = site_extensions()
    shown = Text()
    shown.feed(markdown.markdown(page, extensions=extensions, extension_configs=settings_))
    shown.close()
    return shown


def shown_text(page: str) -> str:
    return visible("".join(render(page).text))


def examples(test: Test) -> Test:
    for text in COMMANDS:
        test = example(text)(test)
    return test


texts = st.text(st.characters(), max_size=60) | st.text("*_[]{}()<>&\\`|~#=-+!:^ \n\t1.\"'/ab", max_size=60)


@examples
@given(texts)
def test_a_paragraph_shows_exactly_the_text(text: str) -> None:
    shown = render(escape(text))
    assert visible("".join(shown.text)) == visible(text)
    assert set(shown.tags) <= {"p", "bdi"}


@examples
@given(texts)
def test_every_place_shows_exactly_the_text(text: str) -> None:
    words, shown = escape(text), visible(text)
    assume(shown)
    page = (
        f"# {words} {{ #page }}\n\n- {words}\n\n| a | b |\n| --- | --- |\n| {words} | {words} |\n\n"
        f'<p class="paragraph">{words}</p>\n\n<div class="key-quote" markdown>\n\n> {words}\n\n</div>\n\n'
        f"x[^1] y\n\n[^1]: n: <mark>{words}</mark>\n"
    )
    found = render(page)
    at_least = {"h1": 1, "li": 1, "td": 2, "p": 2, "blockquote": 1, "mark": 1}
    for tag, count in at_least.items():
        assert found.texts.count((tag, shown)) >= count, (tag, found.texts)
    plain = {"h1", "ul", "li", "table", "thead", "tr", "th", "tbody", "td", "p", "div", "blockquote"}
    assert set(found.tags) <= plain | {"bdi", "sup", "a", "hr", "ol", "mark"}


@examples
@given(texts)
def test_an_attribute_holds_the_text(text: str) -> None:
    found: list[str | None] = []

    class Title(HTMLParser):
        def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.extend(value for name, value in attrs if name == "title")

    page = markdown.markdown(f'a <time title="{attribute(text)}">b</time>', extensions=site_extensions()[0])
    Title().feed(page)
    assert [visible(value or "") for value in found] == [visible(text)]


@examples
@given(texts)
def test_front_matter_holds_one_title_that_no_theme_can_run(text: str) -> None:
    block = front_matter({"title": text, "hide": ["toc"]})
    head, body, rest = block.split("---\n", 2)
    assert (head, rest) == ("", "")
    title = yaml.safe_load(body)["title"]
    assert not set(title) & set("<>\"'\n")


@pytest.mark.parametrize("piece", ["word ", "*", "<b>", "\u05d0"])
def test_a_line_without_end_takes_seconds(piece: str) -> None:
    text = piece * (250_000 // len(piece))
    started = time.process_time()
    page = f'<p class="paragraph">{escape(text)}</p>'
    assert shown_text(page) == visible(text)
    assert time.process_time() - started < 30  # two on a busy machine


def test_plain_words_stay_readable() -> None:
    text = "“Now,” said Ms O’Neil (54) – it’s 5% of £3.2bn; see p. 4!"
    assert escape(text) == text
