"""Print how figures grow with the number of articles."""

from __future__ import annotations

from math import log

Figures = dict[str, float]
"""What one size costs, by name."""

LEAST = 0.001
"""Less than this counts as this much, for a growth from nothing has no exponent."""


def print_table(sizes: list[int], columns: list[Figures]) -> None:
    """Print a row for each figure, a column for each size, and the exponent of its growth, 0 for one size."""
    print("| | " + " | ".join(f"{size:,}" for size in sizes) + " | exponent |")
    print("| --- |" + " ---: |" * (len(sizes) + 1))
    for name in columns[-1]:
        values = [column[name] for column in columns]
        growth = find_exponent(values, sizes) if sizes[1:] else 0.0
        print(f"| {name} | " + " | ".join(f"{value:,.2f}" for value in values) + f" | {growth:.2f} |")


def find_exponent(values: list[float], sizes: list[int]) -> float:
    """Return the power of the number of articles that a figure grows with, 1 when in step with it."""
    return log(max(values[-1], LEAST) / max(values[0], LEAST)) / log(sizes[-1] / sizes[0])
