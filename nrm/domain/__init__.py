"""What the product talks about: frozen types, standard library only."""
