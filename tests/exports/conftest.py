"""Readers that nobody here wrote, and items to give them."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))  # the strategies of ``export_items`` are shared by the test files
SCHEMAS = HERE.parents[1].parent / "shared" / "schemas" / "qti"
SECONDS = 300


@pytest.fixture(scope="session")
def node_readers() -> Path:
    """The folder with the npm readers installed; skips where node or npm is absent."""
    if not shutil.which("node") or not shutil.which("npm"):
        pytest.skip("node and npm are needed for the readers from npm")
    if not (HERE / "node_modules").is_dir():
        command = ["npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"]
        done = subprocess.run(command, cwd=HERE, capture_output=True, text=True, timeout=SECONDS, check=False)
        if done.returncode:
            pytest.skip("npm ci could not install the readers in tests/exports")
    return HERE


@pytest.fixture(scope="session")
def read_gift(node_readers: Path) -> Callable[[bytes], list[dict[str, Any]]]:
    """gift-pegjs: GIFT in, questions out; a syntax error fails the test."""

    def read(data: bytes) -> list[dict[str, Any]]:
        done = subprocess.run(
            ["node", "gift_reader.cjs"],
            cwd=node_readers,
            input=data,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode()
        questions: list[dict[str, Any]] = json.loads(done.stdout)
        return questions

    return read


@pytest.fixture(scope="session")
def h5p_verdict(node_readers: Path) -> Callable[[Path], str]:
    """The validator of h5p-server on an unpacked package: "valid", or its complaint."""

    def verdict(folder: Path) -> str:
        done = subprocess.run(
            ["node", "h5p_validator.cjs", str(folder)],
            cwd=node_readers, capture_output=True, text=True, timeout=SECONDS, check=False,
        )  # fmt: skip
        return done.stdout if done.returncode == 0 else done.stderr

    return verdict


@pytest.fixture(scope="session")
def qti_schemas() -> Path:
    """The IMS schemas; skips where the shared folder is absent."""
    if not SCHEMAS.is_dir():
        pytest.skip("the IMS QTI schemas in ../shared/schemas are absent")
    return SCHEMAS
