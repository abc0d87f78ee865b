"""Claims about the same words weighed: one is kept, its speaker mended, and said how sure it is."""
