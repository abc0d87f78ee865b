"""Stage 2: one `Article` becomes an `AnnotatedArticle`."""
