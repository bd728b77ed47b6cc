"""Exports that every page shares: a table as CSV, a brief as a Word file."""

from nrm.services.exports.brief import Block, Brief, Cell, Heading, Note, Paragraph, Part, Table, said
from nrm.services.exports.tables import inert, write_csv
from nrm.services.exports.word import write_word

__all__ = [
    "Block",
    "Brief",
    "Cell",
    "Heading",
    "Note",
    "Paragraph",
    "Part",
    "Table",
    "inert",
    "said",
    "write_csv",
    "write_word",
]
