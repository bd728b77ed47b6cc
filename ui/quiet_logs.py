"""Logs that cannot hold what people typed: of an error, its type and its place, never its message."""

import logging
import traceback
from pathlib import Path

_STREAMLIT_ERRORS = "streamlit.error_util"  # logs every uncaught error of a page with its message


def place_of(error: BaseException) -> str:
    """Where an error arose, as ``TypeError in answer.py:31``.

    >>> place_of(ValueError("she said"))
    'ValueError'
    """
    frames = traceback.extract_tb(error.__traceback__)
    where = f" in {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}{where}"


class _WithoutMessages(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        if record.exc_info and record.exc_info[1]:
            record.msg, record.args = f"A page failed: {place_of(record.exc_info[1])}", ()
            record.exc_info, record.exc_text = None, None
        return True


def keep_messages_out_of_logs() -> None:
    """Make Streamlit's own report of page errors say where, not what."""
    logger = logging.getLogger(_STREAMLIT_ERRORS)
    if not any(isinstance(known, _WithoutMessages) for known in logger.filters):
        logger.addFilter(_WithoutMessages())
