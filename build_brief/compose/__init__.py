"""Stage 4: a `Dossier` becomes an `Edition`: what is said, in what order, at what length."""
