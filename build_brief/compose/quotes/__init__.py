"""Choose the quotes that get a block of their own, and what stands beside each."""
