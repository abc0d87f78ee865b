"""What holds for any bytes at all."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from build_brief.model.article import Article
from build_brief.model.problems import Notice, NoticeKind
from build_brief.read import read_bytes

PIECES = st.sampled_from(
    [
        "Title: T\n",
        "Date: 2024-10-18\n",
        "Date: 10/11/2024\n",
        "---\n",
        "WASHINGTON (AP) — ",
        "PARIS, Oct. 18 (Reuters) - ",
        "date 2024-10-18 ",
        "By Jane Doe\n",
        "“Quoted,” he said. ",
        "The council met on Friday.",
        "A sub-head",
        "Read more: ",
        "\n",
        "\n\n",
        "\r\n",
        "\u2028",
        "# ",
        "- ",
        "> ",
        "```",
        "<p>",
        "<script>",
        "{{ x }}",
        "[a](b)",
        "| a |\n",
        "\x00",
        "\u202e",
        "\ufeff",
        "&#2;",
        "&lt;",
        "* [",
        "(",
        "—",
        ": ",
    ]
)
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=20)), max_size=30).map("".join)
ENCODINGS = st.sampled_from(["utf-8", "utf-16", "cp1252", "utf-8-sig"])
CONTENTS = st.one_of(
    st.binary(max_size=400), st.builds(lambda text, name: text.encode(name, "replace"), TEXTS, ENCODINGS)
)


def read(content: bytes, name: str) -> tuple[Article | None, list[Notice]]:
    notices: list[Notice] = []
    return read_bytes(content, name=name, report=notices.append), notices


def check(content: bytes, name: str) -> None:
    article, notices = read(content, name)
    again, same = read(content, name)
    assert notices == same
    left_out = [notice for notice in notices if notice.kind is NoticeKind.LEFT_OUT]
    assert (article is None) == bool(left_out)
    if not article or not again:
        return
    assert (article.text, article.paragraphs, article.dateline) == (
        again.text,
        again.paragraphs,
        again.dateline,
    )
    assert article.paragraphs
    assert [p.number for p in article.paragraphs] == list(range(1, len(article.paragraphs) + 1))
    for paragraph in article.paragraphs:
        words = article.paragraph_span(paragraph).text
        assert words == words.strip()
    article.text.encode("utf-8")
    if article.dateline:
        paragraph = article.paragraph_at(article.dateline.start)
        assert paragraph.start == article.dateline.start < article.dateline.end <= paragraph.end


@given(CONTENTS)
@settings(max_examples=300)
def test_any_text_file(content: bytes) -> None:
    check(content, "a.txt")


@given(CONTENTS)
@settings(max_examples=200)
def test_any_markdown_file(content: bytes) -> None:
    check(content, "a.md")


@given(CONTENTS)
@settings(max_examples=60)
def test_any_page(content: bytes) -> None:
    check(content, "a.html")


@given(st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs"]), min_size=1))
def test_nothing_is_rewritten(text: str) -> None:
    article, notices = read(text.encode("utf-8"), "a.txt")
    if article:
        assert article.text == text.removeprefix("\ufeff")
        assert not [notice for notice in notices if notice.kind is NoticeKind.REPAIRED]
