"""Stage 3: annotated articles become a `Dossier`."""
