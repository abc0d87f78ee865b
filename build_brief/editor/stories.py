"""Read `stories.yml`."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from build_brief.editor.sheet import Sheet
from build_brief.model.rulings import StoryRuling

KEYS = ("together", "apart", "article", "title")
EXAMPLE = "`- together: [one.txt, two.txt]`."
LONGEST_TITLE = 64
"""Characters, as for every title of ours."""
SEVERAL = 2


def read_stories(sheet: Sheet, node: yaml.Node | None) -> Iterator[StoryRuling]:
    """Give the rulings of the file, in their order."""
    for number, item in enumerate(sheet.items(node, EXAMPLE), start=1):
        name = f"entry {number}"
        fields = sheet.fields(item, name, KEYS)
        if not fields:
            continue
        ruling = StoryRuling(
            entry=sheet.entry(item, name),
            together=sheet.word_list(fields.get("together"), name, "together"),
            apart=sheet.word_list(fields.get("apart"), name, "apart"),
            title=sheet.one(fields, "title", name),
            article=sheet.one(fields, "article", name),
        )
        if _is_whole(sheet, item, ruling):
            yield ruling


def _is_whole(sheet: Sheet, node: yaml.Node, ruling: StoryRuling) -> bool:
    """Tell whether the entry decides something; what is wrong with it becomes a fault."""
    name, before = ruling.entry.name, len(sheet.faults)
    for key, articles in (("together", ruling.together), ("apart", ruling.apart)):
        if len(articles) == 1 and "*" not in articles[0]:
            sheet.wrong(node, name, f"{key}: this is one article.", "Name at least two.")
    if ruling.title and not (ruling.together or ruling.article):
        sheet.wrong(node, name, "title: of which story?", "Add `article:` with one of its articles.")
    if ruling.article and not ruling.title:
        sheet.wrong(node, name, "article: nothing is decided.", "Add a `title:`.")
    if ruling.title and len(ruling.title) > LONGEST_TITLE:
        problem = f"title: this has {len(ruling.title)} characters."
        sheet.wrong(node, name, problem, f"Use at most {LONGEST_TITLE}.")
    if ruling.title and "?" in ruling.title:
        sheet.wrong(node, name, "title: this is a question.", "Say what happened.")
    return len(sheet.faults) == before
