"""Stage 5: an `Edition` becomes a `Site`: how it looks."""
