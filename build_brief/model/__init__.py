"""The values that flow through the stages: frozen, made of the standard library only."""
