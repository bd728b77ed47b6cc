"""``nrm check-corpus``, ``nrm doctor`` and ``nrm prepare-encoders``."""

import sys
from pathlib import Path

from nrm.settings import Settings
from ui.terminal import print_json


def run_check_corpus(library: Path | None, as_json: bool) -> None:
    """Print every finding as ``file:line: rule: message``; exit code 1 when there is one."""
    from ingest.corpus_checker import examine_corpus

    report = examine_corpus(Settings.from_environment().corpus_dir, library)
    if as_json:
        findings = [str(finding) for finding in report.findings]
        print_json({"findings": findings, "records": report.records, "not_compared": report.not_compared})
    else:
        for finding in report.findings:
            sys.stdout.write(f"{finding}\n")
        sys.stdout.write(
            f"{len(report.findings)} findings in {report.records} records; {report.not_compared} commitments were "
            "not compared with an official text.\n"
        )
    if report.findings:
        raise SystemExit(1)


def run_doctor(as_json: bool) -> None:
    """Print the state of the set-up."""
    from ingest.parsers.ocr import ocr_state
    from nrm.services.health import checkup

    report = checkup(Settings.from_environment(), [("scans", lambda _: ocr_state())])
    if as_json:
        print_json({"checks": [{"name": c.name, "well": c.well, "says": c.says} for c in report]})
        return
    for check in report:
        sys.stdout.write(f"{'ok ' if check.well else '!! '} {check.name}: {check.says}\n")


def run_prepare_encoders() -> None:
    """Export the models for ONNX Runtime, so that questions need no PyTorch."""
    from nrm.services.health import prepare_encoders

    for line in prepare_encoders():
        sys.stdout.write(f"{line}\n")
