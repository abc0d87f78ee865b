"""Hostile Markdown and web pages: file name → content, headline, and the paragraphs to be seen."""

from __future__ import annotations

PLAIN = "The council met on Friday and voted to rebuild the bridge before the winter, Mayor Ada Holm said."

MARKDOWN = f"""---
title: "A *title* with <b>marks</b> and {{{{ 7 * 7 }}}}"
date: 2024-10-18
publisher: The Hostile Herald
rights: full
---
# Another *headline* with `code`

<script>document.title = 'owned'</script> said **nobody** at all.

[click me](javascript:alert(1)) and [me](data:text/html,x) and [fine](https://example.org) were links.

--8<-- "/etc/passwd"

{{% include '/etc/passwd' %}} and {{{{ config }}}} stayed.

A word{{: onclick=alert(1) }} and &lt;b&gt; and \\*stars\\* were *read* out.

!!! note "Beware"

[^1]: A note of the article's own, not of the page's.

```python
<img src=x onerror="alert(1)"> {{{{ code }}}}
```

{PLAIN}
"""

PAGE = f"""<!doctype html>
<html lang="en"><head><title>A page &lt;b&gt;of&lt;/b&gt; {{{{ 7 * 7 }}}}</title>
<meta property="article:published_time" content="2024-10-18T08:00:00Z">
<script>document.title = 'owned'</script><style>body {{ display: none }}</style>
<link rel="canonical" href="javascript:alert(1)"></head>
<body onload="document.title='owned'"><article><h1>A page &lt;b&gt;of&lt;/b&gt; {{{{ 7 * 7 }}}}</h1>
<p onclick="alert(1)">{PLAIN}</p>
<p>They typed &lt;script&gt;x&lt;/script&gt; and &amp;amp; and {{% raw %}} and --8&lt;-- "/etc/passwd".</p>
<p>The rest of the [text](javascript:alert(1)) was *kept* as **it** stood in the minutes.</p>
<iframe src="https://example.org/"></iframe><img src="https://example.org/x.png" onerror="alert(1)">
</article></body></html>
"""

PAGES: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "marked.md": (
        MARKDOWN,
        "A *title* with <b>marks</b> and {{ 7 * 7 }}",
        (
            "Another headline with code",
            "<script>document.title = 'owned'</script> said nobody at all.",
            "[click me](javascript:alert(1)) and [me](data:text/html,x) and fine were links.",
            '--8<-- "/etc/passwd"',
            "{% include '/etc/passwd' %} and {{ config }} stayed.",
            "A word{: onclick=alert(1) } and <b> and *stars* were read out.",
            '!!! note "Beware"',
            "[^1]: A note of the article's own, not of the page's.",
            '<img src=x onerror="alert(1)"> {{ code }}',
            PLAIN,
        ),
    ),
    "saved.html": (
        PAGE,
        "A page <b>of</b> {{ 7 * 7 }}",
        (
            PLAIN,
            'They typed <script>x</script> and &amp; and {% raw %} and --8<-- "/etc/passwd".',
            "The rest of the [text](javascript:alert(1)) was *kept* as **it** stood in the minutes.",
        ),
    ),
}
