"""What the program knows of English; it knows no article."""
