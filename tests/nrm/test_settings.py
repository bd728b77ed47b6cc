"""One typed settings object, read from the environment."""

import pytest

from nrm.domain.errors import WrongUse
from nrm.settings import Settings


def test_a_variable_sets_its_setting() -> None:
    settings = Settings.from_environment({"NRM_VECTOR_ENGINE": "exact", "NRM_INDEX_THREADS": "1", "HOME": "/root"})

    assert (settings.vector_engine, settings.index_threads) == ("exact", 1)


def test_an_unknown_variable_names_the_nearest() -> None:
    with pytest.raises(WrongUse, match="NRM_DATADIR.*nearest is NRM_DATA_DIR"):
        Settings.from_environment({"NRM_DATADIR": "/srv/nrm"})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("NRM_VECTOR_ENGINE", "fast"),
        ("NRM_INDEX_THREADS", "0"),
        ("NRM_ALLOW_DOWNLOADS", "perhaps"),
        ("NRM_LEAVE_ADDRESS", "javascript:alert(1)"),
    ],
)
def test_a_value_that_does_not_fit_names_its_variable(name: str, value: str) -> None:
    with pytest.raises(WrongUse, match=name):
        Settings.from_environment({name: value})


def test_a_wrong_key_never_shows_its_value() -> None:
    settings = Settings.from_environment({"NRM_LLM_API_KEY": "very-secret"})

    assert "very-secret" not in repr(settings)
    assert "very-secret" not in str(settings)


def test_nothing_is_reached_unless_the_operator_allows_it() -> None:
    settings = Settings.from_environment({})

    assert (settings.allow_downloads, settings.llm_base_url) == (False, "")
