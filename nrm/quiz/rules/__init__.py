"""One module for each kind of fact that questions are made of."""
