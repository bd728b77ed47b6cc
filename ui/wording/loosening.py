"""Words for an empty list: what to loosen."""

LOOSEN = "What you could loosen, and how many that would leave:"
WITHOUT_FACET = "Any value of “{facet}”: {count}"
WITHOUT_WORDS = "Without the words: {count}"
ALL = "Everything: {count}"
