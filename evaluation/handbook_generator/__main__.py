"""Write an artificial handbook: ``python -m evaluation.handbook_generator OUT.pdf``."""

import argparse
import json
from pathlib import Path

from evaluation.handbook_generator import HandbookSpec, generate


def main() -> None:
    """Write OUT.pdf and the truth beside it as OUT.truth.json."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--pages", type=int, default=400)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--no-outline", action="store_true")
    parser.add_argument("--no-page-labels", action="store_true")
    parser.add_argument("--interleaved", action="store_true")
    options = parser.parse_args()
    spec = HandbookSpec(
        options.pages, options.seed, not options.no_outline, not options.no_page_labels, options.interleaved
    )
    pdf, truth = generate(spec)
    options.out.write_bytes(pdf)
    options.out.with_suffix(".truth.json").write_text(json.dumps(truth.as_json()), encoding="utf-8")


if __name__ == "__main__":
    main()
