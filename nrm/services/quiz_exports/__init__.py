"""Quiz exports that other systems accept: ``export_quiz(items, format)`` gives the bytes of a file."""

from nrm.services.quiz_exports.export import FORMATS, ExportFormat, export_quiz, left_out

__all__ = ["FORMATS", "ExportFormat", "export_quiz", "left_out"]
