"""Put in order what was so before, what happened when, and what is next."""
