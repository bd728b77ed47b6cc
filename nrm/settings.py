"""One typed settings object, read from ``NRM_*`` environment variables.

>>> Settings.from_environment({"NRM_DATA_DIR": "/srv/nrm"}).data_dir.as_posix()
'/srv/nrm'
"""

import difflib
import os
from collections.abc import Mapping
from pathlib import Path

import platformdirs
from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from nrm.domain.errors import WrongUse

PROJECT_DIR = Path(__file__).resolve().parent.parent


class Settings(BaseSettings):
    """Everything an operator can choose; the defaults need no network and keep no questions."""

    model_config = SettingsConfigDict(env_prefix="NRM_", frozen=True, extra="forbid")

    data_dir: Path = Field(
        default_factory=lambda: Path(platformdirs.user_data_dir("nrm-guide", appauthor=False)),
        description="where the library, the originals and the index live",
    )
    corpus_dir: Path = Field(default=PROJECT_DIR / "corpus", description="the reviewed records")
    prompts_dir: Path = Field(default=PROJECT_DIR / "prompts", description="what a model is asked")
    encoder: str = Field(
        default="minilm",
        description="'minilm' (shipped), a local folder, or a hub name when downloads are allowed",
    )
    encoder_backend: str = Field(
        default="auto",
        pattern="^(auto|onnx|torch)$",
        description="onnx when the model was exported, else torch",
    )
    multilingual_encoder: str = Field(
        default="auto",
        description="for questions not in English: 'auto' (when installed), 'none', or a local folder",
    )
    allow_downloads: bool = Field(default=False, description="let a model hub or `nrm fetch` be reached")
    vector_engine: str = Field(
        default="auto",
        pattern="^(auto|exact|chroma|milvus)$",
        description="auto: every vector compared, in 7 bits first; exact: all in full; or a vector store",
    )
    milvus_uri: str = Field(default="", description="address of a Milvus server, or a milvus-lite file")
    max_question_characters: int = Field(default=4000, ge=100, le=20000)
    max_file_megabytes: int = Field(default=200, ge=1, le=2000)
    parser_memory_megabytes: int = Field(default=1024, ge=256)
    parser_timeout_seconds: int = Field(default=30, ge=1)
    index_threads: int = Field(default=2, ge=1, description="threads of the encoder while indexing")
    allowed_hosts: str = Field(default="127.0.0.1,localhost", description="Host headers the app accepts")
    leave_address: str = Field(
        default="https://www.bbc.com/weather",
        pattern=r"^https?://[^\s\x00-\x20]+$",
        description="the everyday page that the way out opens; reached only when somebody clicks to leave",
    )
    llm_base_url: str = Field(default="", description="an OpenAI-compatible server, e.g. http://127.0.0.1:11434/v1")
    llm_model: str = Field(default="", description="the model's name on that server")
    llm_api_key: SecretStr = Field(default=SecretStr(""), description="sent to that server only")
    llm_timeout_seconds: float = Field(default=60.0, gt=0)

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> "Settings":
        """The settings of this process.

        :raises WrongUse: for an ``NRM_`` variable that does not exist (the nearest is named) or a
            value that does not fit.
        """
        variables = os.environ if environment is None else environment
        given = {name[4:].lower(): value for name, value in variables.items() if name.startswith("NRM_")}
        for name in given:
            if name not in cls.model_fields:
                raise _unknown_variable(name, list(cls.model_fields))
        try:
            return cls(**given)  # type: ignore[arg-type]  # pydantic turns the strings into types
        except ValidationError as error:
            raise _bad_value(error) from error


def _unknown_variable(name: str, known: list[str]) -> WrongUse:
    nearest = difflib.get_close_matches(name, known, n=1, cutoff=0.0)[0]
    return WrongUse(
        f"There is no setting NRM_{name.upper()}.",
        f"The nearest is NRM_{nearest.upper()}; `nrm doctor` lists them all.",
    )


def _bad_value(error: ValidationError) -> WrongUse:
    first = error.errors()[0]
    name = str(first["loc"][0]).upper() if first["loc"] else "?"
    return WrongUse(f"NRM_{name} cannot be used: {first['msg']}.", "`nrm doctor` lists what is allowed.")
