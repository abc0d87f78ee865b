"""The trained model: what it is told of each word, its weights, and the labels that it gives to the words."""
