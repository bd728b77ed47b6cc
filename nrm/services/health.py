"""What is set up, what is missing and how to mend it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from nrm.adapters.encoders import export_encoder, export_multilingual_encoder, open_encoder, open_multilingual_encoder
from nrm.adapters.generation_files import GenerationFiles
from nrm.adapters.library_store import LibraryStore
from nrm.corpus import load_corpus
from nrm.domain.errors import NrmError
from nrm.domain.vocabulary import Wording
from nrm.settings import Settings


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: whether it is well, and what there is to say."""

    name: str
    well: bool
    says: str


# what a check is called, and what it says; it raises an ``NrmError`` when something is not well
NamedCheck = tuple[str, Callable[[Settings], str]]


def checkup(settings: Settings, of_others: Sequence[NamedCheck] = ()) -> list[Check]:
    """Every check, in the order in which a person would mend things.

    :param of_others: checks of what lies outside the centre, such as the programs that ingest runs.
    """
    checks: tuple[NamedCheck, ...] = (
        ("corpus", _corpus),
        ("encoder", _encoder),
        ("other languages", _multilingual),
        ("library", _library),
        ("index", _index),
        ("model", _model),
        *of_others,
        ("settings", _settings),
    )
    return [_checked(name, check, settings) for name, check in checks]


def prepare_encoders() -> Iterator[str]:
    """Export both models for ONNX Runtime; what could not be done is said, not raised."""
    for name, export in (("English", export_encoder), ("multilingual", export_multilingual_encoder)):
        try:
            yield f"{name} encoder ready: {export().name}"
        except NrmError as error:
            yield f"{name} encoder not exported: {error}"


def _checked(name: str, check: Callable[[Settings], str], settings: Settings) -> Check:
    try:
        return Check(name, True, check(settings))
    except NrmError as error:
        return Check(name, False, str(error))


def _corpus(settings: Settings) -> str:
    corpus = load_corpus(settings.corpus_dir)
    return (
        f"{len(corpus.commitments)} commitments, {len(corpus.practices)} practices, {len(corpus.glossary)} terms, "
        f"{len(corpus.sources)} sources in {settings.corpus_dir}"
    )


def _encoder(settings: Settings) -> str:
    return open_encoder(settings).name


def _multilingual(settings: Settings) -> str:
    encoder = open_multilingual_encoder(settings)
    return encoder.name if encoder else "no multilingual encoder; questions in other languages use the thesaurus only"


def _library(settings: Settings) -> str:
    loaded = [entry for entry in LibraryStore(settings.data_dir).sources() if entry.source.wording is Wording.OFFICIAL]
    return f"{len(loaded)} documents loaded in {settings.data_dir}"


def _index(settings: Settings) -> str:
    manifest = GenerationFiles(settings.data_dir).manifest()
    return f"{manifest.passages} passages, encoder {manifest.encoder}"


def _model(settings: Settings) -> str:
    if not settings.llm_base_url:
        return "none; answers are quotations"
    return f"{settings.llm_model} at {settings.llm_base_url}"


def _settings(settings: Settings) -> str:
    changed = [
        name
        for name in Settings.model_fields
        if getattr(settings, name) != Settings.model_fields[name].get_default(call_default_factory=True)
    ]
    shown = [f"NRM_{name.upper()}" for name in changed if name not in ("llm_api_key",)]
    known = ", ".join(f"NRM_{name.upper()}" for name in Settings.model_fields)
    return f"changed: {', '.join(shown) or 'none'}; all: {known}"
