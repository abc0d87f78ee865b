"""The hostile articles: file name → headline, and paragraphs as they stand in the file."""

from __future__ import annotations

PLAIN = "The council met on Friday, Mayor Ada Holm said. “We will rebuild the bridge,” she said."
STX, ETX, NUL, BELL, ESCAPE, DELETE = "\x02", "\x03", "\x00", "\x07", "\x1b", "\x7f"

TEXTS: dict[str, tuple[str | None, tuple[str, ...]]] = {
    "abbreviations.txt": (
        "Abbreviations defined in an article",
        ("The HTML page was read by the W3C on Friday.", "*[HTML]: Hyper Text, the mayor said.", PLAIN),
    ),
    "admonitions.txt": (
        "Admonitions, details and tabs",
        ('!!! note "Beware"', "??? danger", '=== "Tab one"', "/// details | Summary", "/// caption", PLAIN),
    ),
    "attributes.txt": (
        "Attribute lists on words",
        (
            "The mayor spoke. {: onclick=alert(1) .headerlink #p9 }",
            "{ #p4 .md-button onclick='alert(1)' }",
            "A word{ style=position:fixed } and a *starred*{ .hidden } word were read out.",
            PLAIN,
        ),
    ),
    "bidi.txt": (
        "A headline \u202ednettirw sdrawkcab\u202c in part",
        (
            "He said \u202e“.og ot tnaw I”\u202c and left the hall.",
            "\u2067Isolated words that never end, the mayor said.",
            "\u200f\u061cMarks\u200e between\u200d letters\u200b stay.",
            PLAIN,
        ),
    ),
    "code.txt": (
        "Code, fences and backticks",
        ("```python", "`rm -rf /` was what the `mayor` typed ``twice``.", "~~~", "$ echo $HOME", PLAIN),
    ),
    "controls.txt": (
        "Control characters",
        (
            f"A stash {STX}wzxhzdk:0{ETX} and {STX}klzzwxh:0001{ETX} placeholders were sent.",
            f"A zero {NUL} and a bell {BELL} and {ESCAPE}[31mred{ESCAPE}[0m and {DELETE} here.",
            f"{STX}amp{ETX} and {STX}64{ETX} were seen.",
            PLAIN,
        ),
    ),
    "dashes.txt": (
        "Rules, quotes and underlines",
        (
            "The first line stood alone",
            "===",
            "---",
            "- - -",
            "> A quote of a quote, he said.",
            ">> deeper",
            PLAIN,
        ),
    ),
    "emoji.txt": (
        "Shortcodes and symbols",
        (
            ":smile: was what the mayor wrote, :material-alert: and :octicons-heart-24:{ .heart } too.",
            "A family 👨‍👩‍👧‍👦 and a flag 🇬🇧 and 𝔘𝔫𝔦𝔠𝔬𝔡𝔢 and Z̵͖̈a̷l̴g̸o̶ came.",
            PLAIN,
        ),
    ),
    "entities.txt": (
        "Entities &lt;b&gt; &amp; the like &#60;",
        (
            "The mayor typed &lt;script&gt;alert(1)&lt;/script&gt; and &amp;amp; on Friday.",
            "&nbsp; &copy; &#x3c;b&#x3e; and &unknown; were there too.",
            "R&D and AT&T; and &amp stay as they are, the mayor said.",
            PLAIN,
        ),
    ),
    "footnotes.txt": (
        "Footnotes and references",
        (
            "The mayor spoke.[^1] And again.[^note] The rest followed.",
            "[^1]: A note of the article's own, not of the page's.",
            "[^note]: Another one.",
            "[ref]: https://example.org/ 'A reference'",
            "See [ref] and [ref][ref] and [the words][] for more of it.",
            PLAIN,
        ),
    ),
    "headings.txt": (
        "Headings that are none",
        (
            "# Not a heading, he said.",
            "## Nor this one {#p1}",
            "#hashtag was trending.",
            "#### four ####",
            PLAIN,
        ),
    ),
    "html.txt": (
        "A page <b>in</b> an article",
        (
            "<script>document.title = 'owned'</script>",
            "<img src=x onerror=\"document.title='owned'\"> was printed.",
            "<iframe src='https://example.org/'></iframe> <svg onload=alert(1)> was printed.",
            "</div></article></main></body></html>",
            "<!-- a comment --> was seen, and <!-- one that never ends.",
            "<style>body { display: none }</style> and <base href='https://example.org/'>.",
            "<details><summary>Click</summary> the mayor said.</details>",
            "<?php system('id'); ?> and <![CDATA[ data ]]> and </textarea></title> were left.",
            "A <b>bold</b> claim, she said, that 1 < 2 and 3 > 2 & 4 <5.",
            PLAIN,
        ),
    ),
    "jinja.txt": (
        "Templates {{ 7 * 7 }} and {% raw %}",
        (
            "{{ config.site_url }} and {{ 7 * 7 }} were printed.",
            "{% include '/etc/passwd' %} and {% raw %} and {% endraw %} stayed.",
            "{# a comment #} was not lost.",
            "{{ ''.__class__.__mro__[1].__subclasses__() }} did nothing.",
            "{%- for x in range(3) -%} {{ x }} {%- endfor -%} and ${7*7} and #{7*7} and <%= 7*7 %> too.",
            PLAIN,
        ),
    ),
    "links.txt": (
        "Links that run",
        (
            "[click me](javascript:alert(1)) and [me](data:text/html,<script>alert(1)</script>), he said.",
            "![picture](https://example.org/tracker.png) and <javascript:alert(1)> stood there.",
            "https://example.org/ and www.example.org and someone@example.org were named in it.",
            "[[wiki link]] and [[wiki|link]] and @mention and #123 were too.",
            "[x](file:///etc/passwd) [y](../../../../etc/passwd) [z](//example.org/) were there.",
            PLAIN,
        ),
    ),
    "lists.txt": (
        "Lists that are none",
        (
            "1. The first point, the mayor said.",
            "1986. A great year it was.",
            "- [ ] a task, and",
            "* a star\n  under it, she said.",
            "+ a plus sign.",
            "    Four blanks made no code here.".strip(),
            "Term\n:   and its definition, he said.",
            PLAIN,
        ),
    ),
    "long line.txt": (
        "A line of ten thousand sentences",
        ("All of it was read. " * 10_000 + "The end came.", PLAIN),
    ),
    "macros.txt": (
        "Macros and directives",
        (
            "[TOC] was here.",
            "[[TOC]] and [TOCM] were too.",
            "::: build_brief.model",
            ".. include:: /etc/passwd",
            "{% include-markdown '/etc/passwd' %} {!/etc/passwd!} @include(/etc/passwd) did nothing.",
            "<!-- more --> and %%MACRO%% and [=7*7] stayed.",
            PLAIN,
        ),
    ),
    "markdown.txt": (
        "Markdown *in* a **headline** with `code` and _more_",
        (
            "*Stars* and **bold** and _underscores_ and __more__ and ***all*** were kept.",
            "~~Struck~~ ==marked== ^^inserted^^ H~2~O and x^2^ and {++added++} {--cut--} {>>why<<} too.",
            "++ctrl+alt+del++ was pressed, \\*escaped\\* and \\\\ were not.",
            "snake_case_words and 2*3*4 and a__b__c stay whole, the mayor said.",
            "Two blanks at the end  \nbroke the line, and a backslash\\\ndid too.",
            "“Curly” -- and --- and ... and (c) and 1/2 and --> stay as typed.",
            PLAIN,
        ),
    ),
    "math.txt": (
        "Formulas that are money",
        (
            "$$\\mathrm{math}$$ and $x$ and \\(y\\) and \\[z\\] stood there.",
            "It cost $5 and then $6, the mayor said.",
            "<math><mi>x</mi></math> was too.",
            PLAIN,
        ),
    ),
    "mermaid.txt": (
        "Diagrams that load",
        ("```mermaid\ngraph LR; A-->B;\n```", "``` { .yaml .annotate }\nkey: value # (1)!\n```", PLAIN),
    ),
    "one slug.txt": ("One headline!", ("The first of two stories with one slug.", PLAIN)),
    "one-slug.txt": ("One, headline?", ("The second of two stories with one slug.", PLAIN)),
    "path.txt": ("../../etc/passwd", ("The headline is a path, the mayor said.", PLAIN)),
    "path-index.txt": ("index", ("The headline is the name of a page, the mayor said.", PLAIN)),
    "path-windows.txt": ("C:\\con\\..\\aux", ("The headline is a path elsewhere, the mayor said.", PLAIN)),
    "no-letters.txt": ("!?… —", ("The headline holds no letter to make an address of.", PLAIN)),
    "long-headline.txt": (
        "Very long headline " * 40 + "ends",
        ("The headline is long, the mayor said.", PLAIN),
    ),
    "snippets.txt": (
        "Snippets --8<-- from elsewhere",
        (
            '--8<-- "/etc/passwd"',
            '--8<-- "../../pyproject.toml"',
            "--8<--\n/etc/passwd\n--8<--",
            ';--8<-- "/etc/passwd"',
            "--8<-- 'https://example.org/x.md'",
            PLAIN,
        ),
    ),
    "tables.txt": (
        "Tables | with | pipes",
        ("| a | b |\n|---|---|\n| 1 | 2 |", "A | b\n--|--\n1 | 2", "One pipe | in a line, he said.", PLAIN),
    ),
    "yaml.txt": (
        "\"Quotes\": 'and' colons: # and - dashes, {braces} [brackets] & *stars* ! | > % @ `ticks`",
        (
            "---",
            "title: not a header",
            "...",
            "- a",
            "- b: c",
            "!!python/object/apply:os.system ['id']",
            PLAIN,
        ),
    ),
    "folder with blanks/sub#folder/a file?.txt": ("A file deep down", (PLAIN,)),
    "percent%2e%2e%2fname.txt": ("A name with percent signs", (PLAIN,)),
    "quote'\"&<b>.txt": ("A name with marks", (PLAIN,)),
    "names and #hash.txt": ("A name with a hash", (PLAIN,)),
    "ünïcödé — 新闻.txt": (
        "Ünïcödé — 新闻 و أخبار",
        ("新闻 reached the “Zürich” desk, Mayor Ada Holm said.", PLAIN),
    ),
    "أخبار.txt": (
        "أخبار اليوم من المدينة",
        ("قال رئيس البلدية إن الجسر سيعاد بناؤه.", "Ada Holm said: “نعم”, and then “yes”.", PLAIN),
    ),
}
