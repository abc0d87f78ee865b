"""The few HTML elements that carry words of a source in a page.

This is the convention that `check` reads again; it holds in the Markdown on disk and in the built HTML.

`<q class="verbatim" data-article="ID" data-paragraph="N">words</q>`
    The words stand in paragraph N of that article, inside its quotation marks, which stand outside the
    element.
`<span class="statement KIND" data-article="ID" data-paragraph="N">words</span>`
    KIND is `stated`, `opinion`, `reported` or `verbatim` (`Voice`). The words are those of paragraph N, with
    visible repairs.
`<span class="evidence" data-article="ID" data-paragraph="N">words</span>`
    In a note: the passage that a sentence rests on; the words used stand in `<mark>`. Where it is not the
    whole paragraph, an elision stands at the cut.
`<p class="paragraph …" id="pN" data-article="ID" data-paragraph="N">words</p>`
    On the page of an article, in a block of raw HTML: the whole of paragraph N, nothing more.

Repairs are elements too, so that nobody takes a source's own brackets or dots for ours:
`<ins class="bracket">[Lammy]</ins>` and `<ins class="elision"> … </ins>`. Take their text out, and what is
left, piece by piece and in order, stands in the paragraph. Elements nest; `<mark>` (in a statement or quote
with the class `differs`: words that another source has otherwise), `<bdi>`, links and
`<span class="source-word">` (a verb by which the source judges: “claimed”) inside add no text.

Text is escaped with HTML entities alone (numeric ones, and `&amp; &lt; &gt; &quot;`), never with
backslashes, and every bracket of a source is an entity. So in the Markdown on disk a raw `[` begins a link
of ours, `[words](address)`, or a citation, `[^3]`: replace links by their words and take citations out, and
an HTML parser gives the exact words, with two exceptions that `escape.visible()` applies to any text for
comparison: a run of whitespace is one blank, and a character that no page can show (a control character, a
lone surrogate) is U+FFFD. `data-article` is the `ArticleId`, `data-paragraph` the `Paragraph.number`;
`data-through` follows when the words go on into a later paragraph, and names the last one.

Citations are footnotes: `[^3]` right after the statement, and `[^3]:` at the end of the page holds a link to
`../articles/SLUG.md#pN` and the `evidence` element; pages of hundreds of lines (the timeline, the indexes,
the ledger) link to the paragraph beside the statement instead. On an article's page paragraph N has the id
`pN`.

The quotes of the ledger stand in `assets/quotes.js` as well: one assignment,
`window.buildBriefQuotes = JSON;`, whose `quotes` are objects with `article` (id), `paragraph`, `words` (list
of exact strings, one for each span) and `kind`.
"""
