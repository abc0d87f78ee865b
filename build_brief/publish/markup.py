"""The few HTML elements that carry words of a source in a page.

This is the convention that `check` reads again; it holds in the Markdown on disk and in the built HTML.

`<q class="verbatim" data-article="ID" data-paragraph="N">words</q>`
    The words stand in paragraph N of that article, inside its quotation marks (which stand outside the element).
`<span class="statement KIND" data-article="ID" data-paragraph="N">words</span>`
    KIND is `stated`, `reported` or `verbatim` (`Voice`). The words are those of paragraph N, with visible repairs.
`<span class="evidence" data-article="ID" data-paragraph="N">words</span>`
    In a note: the passage that a sentence rests on; the words used stand in `<mark>`. May be cut with `…` at its ends.
`<span class="paragraph" data-article="ID" data-paragraph="N">words</span>`
    On the page of an article: the whole of paragraph N, nothing more.

Repairs are elements too, so that nobody takes a source's own brackets or dots for ours:
`<ins class="bracket">[Lammy]</ins>` and `<ins class="elision"> … </ins>`. Take their text out, and what is left,
piece by piece and in order, stands in the paragraph. Elements may nest: `<q class="verbatim">`, `<a>`/Markdown links
never cut a word apart, and a `<mark>` or a link inside adds no text.

Inside these elements a page holds only text, other elements of this list, `<bdi>`, `<a href>`, `<mark>` and `<ins>`:
links are written as `<a href>` and never in Markdown's own form. Text is escaped with HTML entities alone, never with backslashes:
an HTML parser that reads the *Markdown* file gives the exact words, except that a line break of the source is a blank.
Compare with every run of whitespace as one blank. `data-article` is the `ArticleId`, `data-paragraph` the
`Paragraph.number`; `data-through` follows when the words go on into a later paragraph, and names the last one.

Citations are footnotes: `[^3]` right after the statement, and `[^3]:` at the end of the page holds a link to
`../articles/SLUG.md#pN` and the `evidence` element. On an article's page, paragraph N has the id `pN`.

The quotes of the ledger stand in `assets/quotes.js` as well: one assignment, `window.buildBriefQuotes = JSON;`, whose
`quotes` are objects with `article` (id), `paragraph`, `words` (list of exact strings, one for each span) and `kind`.
"""
