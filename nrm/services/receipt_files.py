"""Receipts as files: written, read back, and checked."""

import json
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from nrm.domain.answers import Filters
from nrm.domain.errors import WrongUse

FORMAT = 1
_KEYS = {
    "format", "question", "filters", "outcome", "library", "versions", "passages", "statements", "notices", "conflicts",
}  # fmt: skip
_PASSAGE_KEYS = {"n", "id", "sha256", "document_sha256", "quote"}
_REMEDY = "Choose a file that NRM Guide saved as a receipt."


def receipt_json(receipt: Mapping[str, Any]) -> str:
    """A receipt as the text of a file."""
    return json.dumps(receipt, ensure_ascii=False, indent=1)


def read_receipt(text: str) -> dict[str, Any]:
    """A receipt from the text of a file.

    :raises WrongUse: when it is none, or of another version.
    """
    try:
        receipt = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise WrongUse("The receipt is not JSON.", _REMEDY) from error
    if not isinstance(receipt, dict) or not set(receipt) >= _KEYS or not _well_formed(receipt):
        raise WrongUse("This is not a receipt of NRM Guide.", _REMEDY)
    if receipt["format"] != FORMAT:
        raise WrongUse(f"The receipt has format {receipt['format']}, not {FORMAT}.", "Use the program that made it.")
    return receipt


def _well_formed(receipt: Mapping[str, Any]) -> bool:
    known = {field.name for field in fields(Filters)}
    maps = all(isinstance(receipt[key], dict) for key in ("filters", "library", "versions"))
    lists = all(isinstance(receipt[key], list) for key in ("passages", "statements"))
    return (
        maps
        and lists
        and isinstance(receipt["question"], str)
        and set(receipt["filters"]) <= known
        and all(_has(item, _PASSAGE_KEYS) for item in receipt["passages"])
        and all(_has(item, {"text", "citations"}) for item in receipt["statements"])
    )


def _has(item: Any, keys: set[str]) -> bool:
    return isinstance(item, dict) and keys <= set(item)
