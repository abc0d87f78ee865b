"""Read the sources and the written pages again, and see whether the promises hold."""
