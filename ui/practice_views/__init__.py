"""The views of the practices page."""
