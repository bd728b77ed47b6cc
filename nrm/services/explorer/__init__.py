"""Looking through commitments: facets, a topic across instruments, what binds a State, comparisons."""
