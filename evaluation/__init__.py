"""Measure each skill on annotated articles of our own; `floors.json` holds what must not be lost."""
