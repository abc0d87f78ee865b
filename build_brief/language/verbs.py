"""Verbs in all their forms, from lists of their base forms."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from types import MappingProxyType

from build_brief.language.vocabulary import read_forms

VOWELS = "aeiou"


@cache
def read_verbs(name: str) -> MappingProxyType[str, str]:
    """Return each form of the verbs in `language/<name>.txt`, in small letters, with its base form.

    Of a verb with a particle ("point out") only the first word is kept. A form of two verbs keeps
    the first in the file.
    """
    verbs: dict[str, str] = {}
    for forms in read_forms(name):
        base = forms[0].split()[0]
        for form in forms if len(forms) > 1 else inflect(base):
            verbs.setdefault(form.split()[0], base)
    return MappingProxyType(verbs)


def inflect(base: str) -> Iterator[str]:
    """Yield the forms of a regular verb: base, third person, past, participle in -ing."""
    yield base
    if base.endswith("y") and base[-2] not in VOWELS:
        yield from (base[:-1] + "ies", base[:-1] + "ied", base + "ing")
    elif base.endswith("e"):
        yield from (base + "s", base + "d", base[:-1] + "ing")
    elif base.endswith(("s", "sh", "ch", "x", "z", "o")):
        yield from (base + "es", base + "ed", base + "ing")
    else:
        yield from (base + "s", base + "ed", base + "ing")
