"""Read `speakers.yml`."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from build_brief.editor.sheet import Sheet
from build_brief.model.rulings import SpeakerRuling

KEYS = ("article", "paragraph", "words", "speaker")
EXAMPLE = "`- {article: one.txt, paragraph: 4, words: We will not, speaker: Ana Ruiz}`."
NOBODY = "nobody"


def read_speakers(sheet: Sheet, node: yaml.Node | None) -> Iterator[SpeakerRuling]:
    """Give the rulings of the file, in their order."""
    for number, item in enumerate(sheet.items(node, EXAMPLE), start=1):
        name = f"entry {number}"
        fields = sheet.fields(item, name, KEYS)
        values = {key: sheet.one(fields, key, name) for key in KEYS}
        missing = [key for key in KEYS if key not in fields] if fields else []
        if missing:
            cure = f"Write all four: {EXAMPLE}"
            sheet.wrong(item, name, f"{' and '.join(missing)}: missing.", cure)
        paragraph = _read_number(sheet, fields, name)
        article, words, speaker = values["article"], values["words"], values["speaker"]
        if article and words and speaker and paragraph:
            yield SpeakerRuling(
                entry=sheet.entry(item, name),
                article=article,
                paragraph=paragraph,
                words=words,
                speaker=None if speaker.lower() == NOBODY else speaker,
            )


def _read_number(sheet: Sheet, fields: dict[str, yaml.Node], name: str) -> int:
    """Return the paragraph's number; 0, and a fault, when it is none."""
    node = fields.get("paragraph")
    words = str(node.value).strip().removeprefix("¶") if isinstance(node, yaml.ScalarNode) else ""
    if words.isascii() and words.isdecimal() and len(words) < 7 and int(words):  # noqa: PLR2004
        return int(words)
    if node is not None and (words or not isinstance(node, yaml.ScalarNode)):
        sheet.wrong(node, name, "paragraph: this is no number.", "Write the number beside ¶, for example 4.")
    return 0
