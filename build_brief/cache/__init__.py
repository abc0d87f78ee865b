"""What was worked out in an earlier build and need not be worked out again; never needed, never trusted."""
