"""The views of the commitments page."""
