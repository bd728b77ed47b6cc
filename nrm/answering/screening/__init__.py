"""How the safety rules are matched: letters made plain, then patterns found in one walk."""
