"""How a case shows what was found: one module a view, named like the fence in the case file."""
