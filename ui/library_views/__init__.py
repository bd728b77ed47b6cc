"""The Library page: what is loaded and what is not, adding and removing, and reading a document."""
