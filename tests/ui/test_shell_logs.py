import logging

import pytest

from ui.quiet_logs import keep_messages_out_of_logs, place_of

CANARY = "her name is Canary Example"


def test_the_place_of_an_error_names_type_and_line_and_no_message() -> None:
    try:
        raise ValueError(CANARY)
    except ValueError as error:
        place = place_of(error)

    assert place.startswith("ValueError in test_shell_logs.py:")
    assert CANARY not in place


def test_a_failing_page_leaves_no_message_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    keep_messages_out_of_logs()
    logger = logging.getLogger("streamlit.error_util")
    logger.addHandler(caplog.handler)
    try:
        raise RuntimeError(CANARY)
    except RuntimeError as error:
        logger.error("Uncaught app execution", exc_info=error)
    finally:
        logger.removeHandler(caplog.handler)

    assert "RuntimeError" in caplog.text
    assert CANARY not in caplog.text


def test_asking_twice_filters_once() -> None:
    keep_messages_out_of_logs()
    keep_messages_out_of_logs()

    assert len(logging.getLogger("streamlit.error_util").filters) == 1
