"""The words that people read, reviewed in one place: plain, short, calm, and about victims with respect."""
