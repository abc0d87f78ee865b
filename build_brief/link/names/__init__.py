"""Tell which names are one person, body or place, and for which side somebody speaks."""
