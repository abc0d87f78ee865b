"""Tell which sentences can be read alone, and repair in sight those that nearly can."""
