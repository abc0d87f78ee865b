"""Stage 1: the bytes of one file become an `Article`."""
