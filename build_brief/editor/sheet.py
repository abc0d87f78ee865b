"""One of the editor's files while it is being read: it gives words, lists and flags, and collects faults."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import yaml

from build_brief.editor.yaml_text import Fault
from build_brief.language.nearest import find_nearest
from build_brief.model.rulings import Entry

LONGEST = 300
"""Characters of a name, a title or the first words of a quote."""
YES, NO = ("yes", "true", "on"), ("no", "false", "off")

Fields = dict[str, yaml.Node]


class Sheet:
    """One file; what is wrong in it is kept in `faults`, and reading goes on."""

    def __init__(self, name: str) -> None:
        """Begin the file `name`, relative to the project."""
        self.name = name
        self.faults: list[Fault] = []

    def entry(self, node: yaml.Node, name: str) -> Entry:
        """Return where the entry `name` stands."""
        return Entry(file=self.name, line=node.start_mark.line + 1, name=name)

    def wrong(self, node: yaml.Node, name: str, problem: str, cure: str) -> None:
        """Keep a fault of the entry `name`, at the line of `node`."""
        place = f"{self.name}, line {node.start_mark.line + 1}"
        self.faults.append((f"{place}, {name}" if name else place, problem, cure))

    def table(self, node: yaml.Node | None, example: str) -> Iterator[tuple[yaml.Node, str, yaml.Node]]:
        """Give key node, key and value of each entry of a file that is one table."""
        if node is None:
            return
        if not isinstance(node, yaml.MappingNode):
            cure = f"Write one name with a colon a line, and what is decided below it: {example}"
            self.wrong(node, "", "the file is no table of names.", cure)
            return
        yield from self._pairs(node, "", again=True)

    def items(self, node: yaml.Node | None, example: str) -> Iterator[yaml.Node]:
        """Give each entry of a file that is one list."""
        if node is None:
            return
        if not isinstance(node, yaml.SequenceNode):
            self.wrong(node, "", "the file is no list.", f"Begin each entry with a dash: {example}")
            return
        yield from node.value

    def fields(self, node: yaml.Node, name: str, allowed: Sequence[str]) -> Fields:
        """Return the values of an entry by their keys, those that are not allowed left out."""
        if not isinstance(node, yaml.MappingNode):
            cure = f"Write what is decided as `key: value` lines; keys are {', '.join(allowed)}."
            empty = isinstance(node, yaml.ScalarNode) and not node.value
            self.wrong(node, name, "nothing is decided." if empty else "this is no table.", cure)
            return {}
        found: Fields = {}
        for key_node, key, value in self._pairs(node, name):
            if key in allowed:
                found[key] = value
                continue
            near = find_nearest(key, allowed, most=1)
            meant = f"Did you mean “{near[0]}”? " if near else ""
            self.wrong(key_node, name, f"there is no key “{key}”.", f"{meant}Keys are {', '.join(allowed)}.")
        return found

    def _pairs(
        self, node: yaml.MappingNode, name: str, *, again: bool = False
    ) -> Iterator[tuple[yaml.Node, str, yaml.Node]]:
        """Give the pairs of a table; a key that stands twice is a fault, unless it may come `again`."""
        first: dict[str, int] = {}
        for key_node, value in node.value:
            key = self.words(key_node, name, "the key")
            if key is None:
                continue
            if key in first and not again:
                problem = f"“{key}” stands here a second time; the first is in line {first[key]}."
                self.wrong(key_node, name or key, problem, "Put both together.")
                continue
            first[key] = key_node.start_mark.line + 1
            yield key_node, key, value

    def words(self, node: yaml.Node, name: str, what: str) -> str | None:
        """Return the words of `node` in one line; None, and a fault, when it holds none."""
        if not isinstance(node, yaml.ScalarNode):
            self.wrong(node, name, f"{what}: this is no word.", "Write words, between quotes if need be.")
            return None
        words = " ".join(node.value.split())
        if not words:
            self.wrong(node, name, f"{what}: there is nothing.", "Write the words, or delete the line.")
            return None
        if len(words) > LONGEST or not words.isprintable():
            problem = f"{what}: this is longer than {LONGEST} characters, or holds hidden ones."
            self.wrong(node, name, problem, "Write it shorter and plain.")
            return None
        return words

    def word_list(self, node: yaml.Node | None, name: str, what: str) -> tuple[str, ...]:
        """Return a list of words, each once; one word alone is a list of one."""
        if node is None:
            return ()
        if isinstance(node, yaml.SequenceNode):
            words = [self.words(item, name, what) for item in node.value]
            if not words:
                self.wrong(node, name, f"{what}: the list is empty.", "Fill it, or delete the line.")
        else:
            words = [self.words(node, name, what)]
        return tuple(dict.fromkeys(word for word in words if word))

    def flag(self, node: yaml.Node | None, name: str, what: str) -> bool:
        """Tell whether a key says yes."""
        if node is None:
            return False
        word = str(node.value).strip().lower() if isinstance(node, yaml.ScalarNode) else ""
        if word not in YES + NO:
            self.wrong(node, name, f"{what}: this is neither yes nor no.", f"Write `{what}: yes`.")
        return word in YES

    def one(self, fields: Fields, key: str, name: str) -> str | None:
        """Return the words under `key`; None when it is not there."""
        return self.words(fields[key], name, key) if key in fields else None
