"""Tell whom a name, a role or a pronoun means, and whether it may be somebody else."""
