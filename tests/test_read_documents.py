"""Documents that are packed: Word and OpenDocument."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
import typst

from build_brief.model.article import Article, ParagraphKind
from build_brief.model.problems import Notice, NoticeKind
from build_brief.read import read_bytes

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
O = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"  # noqa: E741
T = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"

WORD = f"""<?xml version="1.0"?>
<w:document xmlns:w="{W}"><w:body>
<w:p><w:r><w:t>Date: 2024-10-18</w:t></w:r></w:p>
<w:p><w:r><w:t>Source: The Daily Ledger</w:t></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Library to close</w:t></w:r></w:p>
<w:p><w:r><w:t>By Jane Doe</w:t></w:r></w:p>
<w:p><w:r><w:t xml:space="preserve">The council </w:t></w:r>
<w:del><w:r><w:t>argued</w:t></w:r></w:del>
<w:r><w:rPr><w:b/></w:rPr><w:t>voted</w:t></w:r>
<w:r><w:t xml:space="preserve"> on Monday &amp; left.</w:t></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr><w:r><w:t>A disgrace</w:t></w:r></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>“It is a disgrace,” said Priya Nair.</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
</w:body></w:document>"""

OPEN = f"""<?xml version="1.0"?><office:document-content xmlns:office="{O}" xmlns:text="{T}">
<office:body><office:text>
<text:tracked-changes><text:p>Gone</text:p></text:tracked-changes>
<text:p>Date: 2024-10-18</text:p><text:p>Source: The Daily Ledger</text:p>
<text:h text:outline-level="1">Library to close</text:h><text:p>By Jane Doe</text:p>
<text:p>The council <text:span>voted</text:span><text:s/>on Monday &amp; left.<text:note>
<text:p>A note.</text:p></text:note></text:p>
<text:h text:outline-level="2">A disgrace</text:h><text:p>“It is a disgrace,” said Priya Nair.</text:p>
</office:text></office:body></office:document-content>"""

DOCUMENTS = {"a.docx": ("word/document.xml", WORD), "a.odt": ("content.xml", OPEN)}


def pack(part: str, content: str) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as packed:
        packed.writestr(part, content)
    return stream.getvalue()


def read(content: bytes, name: str) -> tuple[Article | None, list[Notice]]:
    notices: list[Notice] = []
    return read_bytes(content, name=name, report=notices.append), notices


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_is_read_like_a_text(name: str) -> None:
    article, notices = read(pack(*DOCUMENTS[name]), name)
    assert article
    assert not notices
    assert (article.headline, article.byline, article.publisher) == (
        "Library to close",
        "Jane Doe",
        "The Daily Ledger",
    )
    assert str(article.published) == "2024-10-18"
    found = [(paragraph.kind, article.paragraph_span(paragraph).text) for paragraph in article.paragraphs]
    assert found == [
        (ParagraphKind.BODY, "The council voted on Monday & left."),
        (ParagraphKind.SUBHEAD, "A disgrace"),
        (ParagraphKind.BODY, "“It is a disgrace,” said Priya Nair."),
    ]


@pytest.mark.parametrize("name", DOCUMENTS)
@pytest.mark.parametrize(
    "content",
    [b"no zip at all", pack("other.xml", "<a/>"), b"PK\x03\x04broken"],
    ids=["text", "another archive", "broken"],
)
def test_what_is_no_document_is_left_out(name: str, content: bytes) -> None:
    article, notices = read(content, name)
    assert article is None
    assert [notice.kind for notice in notices] == [NoticeKind.LEFT_OUT]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_broken_xml_is_left_out(name: str) -> None:
    part, content = DOCUMENTS[name]
    article, notices = read(pack(part, content[:300]), name)
    assert article is None
    assert "damaged" in notices[0].message


def test_entities_are_not_expanded() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "boom"><!ENTITY b SYSTEM "file:///etc/hostname">]>'
    content = WORD.replace("?>", f"?>{bomb}", 1).replace("voted", "voted&a;&b;", 1)
    article, _ = read(pack("word/document.xml", content), "a.docx")
    assert article is None or "boom" not in article.text


PAPER = """
#set page(width: 15cm, height: 12cm, margin: (x: 1.5cm, y: 2cm), columns: 2,
  header: [#text(7pt)[The Daily Ledger #h(1fr) Page #context counter(page).display()]],
  footer: [#text(7pt)[https://ledger.example/library #h(1fr) #context counter(page).display()]])
#set text(9pt, hyphenate: true, lang: "en")
#set par(justify: true, spacing: 1.2em)
#place(top, scope: "parent", float: true)[#text(18pt, weight: "bold")[Library on Mill Lane to close in May] \\
  #text(9pt)[By Jane Doe] \\ #text(9pt)[18 October 2024]]
"""
TEXT = """
LEEDS — The council voted on Monday to close the library on Mill Lane, which has lent books since 1911, and to
sell the building to whoever offers most for it.

“It is a disgrace,” said Priya Nair, who has lived opposite for forty years. “Nobody asked us, and nobody
explained the extraordinarily complicated arrangements that are said to make this necessary.”

The mayor said the city could not pay for a new roof. Representatives of the neighbourhood answered
that a long-term investment would have been considerably less expensive than the demolition.

The books go to a school next door, where the headteacher has promised that everybody may read them.

A further meeting, at which the administration will publish its documentation, is planned for the beginning of
the coming year, the clerk of the council said.
"""
PARAGRAPHS = [" ".join(words.split()) for words in TEXT.split("\n\n")]


def print_paper(source: str) -> bytes:
    return typst.compile(source.encode("utf-8"))


def test_a_paper_in_columns_is_read_in_order() -> None:
    article, notices = read(print_paper(PAPER + TEXT), "a.pdf")
    assert article
    assert not notices
    assert article.headline == "Library on Mill Lane to close in May"
    assert (article.byline, str(article.published)) == ("Jane Doe", "2024-10-18")
    assert [article.paragraph_span(paragraph).text for paragraph in article.paragraphs] == PARAGRAPHS


def test_a_paper_without_text_is_left_out() -> None:
    article, notices = read(print_paper("#rect()"), "a.pdf")
    assert article is None
    assert "scan" in notices[0].message


@pytest.mark.parametrize("content", [b"%PDF-1.7 nothing", b"no PDF", b"%PDF-1.4\ntrailer<<>>"])
def test_a_broken_paper_is_left_out(content: bytes) -> None:
    article, notices = read(content, "a.pdf")
    assert article is None
    assert [notice.kind for notice in notices] == [NoticeKind.LEFT_OUT]
