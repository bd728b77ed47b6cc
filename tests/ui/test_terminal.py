"""The command line as scripts see it: names, JSON, exit codes."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from nrm.domain.answers import Filters
from nrm.services.asking import Asker
from nrm.services.receipts import receipt_json, receipt_of
from nrm.settings import Settings
from ui import terminal

PROJECT = Path(__file__).resolve().parents[2]
Run = Callable[..., tuple[int, str, str]]
HIT_KEYS = {"rank", "score", "passage_id", "source", "title", "kind", "authority", "locator", "text", "url"}
ASK_KEYS = {
    "question", "language", "outcome", "message", "statements", "notices", "citations", "uncovered", "conflicts",
    "related", "timings_ms",
}  # fmt: skip
CITATION_KEYS = {
    "n",
    "passage_id",
    "source",
    "title",
    "kind",
    "authority",
    "wording",
    "locator",
    "quote",
    "text",
    "url",
}


@pytest.fixture
def run(corpus_settings: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command in this process, as the entrance does."""
    monkeypatch.setenv("NRM_DATA_DIR", str(corpus_settings.data_dir))
    monkeypatch.setenv("NRM_MULTILINGUAL_ENCODER", "none")

    def run_command(*words: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["nrm", *words])
        with pytest.raises(SystemExit) as ended:
            terminal.main()
        captured = capsys.readouterr()
        return int(ended.value.code or 0), captured.out, captured.err

    return run_command


def test_search_prints_the_contracts_json(run: Run) -> None:
    code, out, _ = run("search", "recovery and reflection period", "-k", "3", "--json")

    document = json.loads(out)
    assert code == 0
    assert {"query", "language", "hits", "timings_ms"} <= document.keys()
    assert [hit["rank"] for hit in document["hits"]] == [1, 2, 3]
    assert all(hit.keys() >= HIT_KEYS for hit in document["hits"])
    assert {"article", "paragraph", "standard", "page", "heading_path"} <= document["hits"][0]["locator"].keys()


def test_ask_prints_the_contracts_json_and_quotes_stand_in_their_passages(run: Run) -> None:
    code, out, _ = run("ask", "How long is the recovery and reflection period?", "--json")

    document = json.loads(out)
    assert code == 0
    assert document.keys() >= ASK_KEYS
    assert document["outcome"] == "answered"
    assert all(citation.keys() >= CITATION_KEYS for citation in document["citations"])
    assert all(citation["quote"] in citation["text"] for citation in document["citations"])
    assert all(statement["support"] in ("verbatim", "proven") for statement in document["statements"])


def test_a_refusal_is_done(run: Run) -> None:
    code, out, _ = run("ask", "What will the weather be tomorrow?", "--json")

    assert (code, json.loads(out)["outcome"]) == (0, "out_of_scope")


def test_an_answer_for_people_names_the_article_and_the_wording(run: Run) -> None:
    code, out, _ = run("ask", "How long is the recovery and reflection period?")

    assert code == 0
    words = " ".join(out.split())  # lines are filled to the width of a terminal
    assert "Article 13(1)" in words
    assert "our summary" in words
    assert "30 days" in words


@pytest.mark.parametrize(
    ("words", "nearest"),
    [(("--topic", "guardianships"), "guardianship"), (("--state", "Servia"), ""), (("--kind", "treatys"), "treaty")],
)
def test_an_unknown_filter_is_wrong_use_and_names_the_nearest(run: Run, words: tuple[str, str], nearest: str) -> None:
    code, _, err = run("search", "housing", *words)

    assert code == 2
    assert words[1] in err
    assert f"'{nearest}" in err


@pytest.mark.parametrize(
    ("words", "nearest"),
    [
        (("--pillar", "social inclusions"), "'Social inclusion' (social_inclusion)"),
        (("--target", "childs"), "'Children'"),
        (("--source-kind", "oficial"), "(official)"),
        (("--period", "2020"), "2020"),
    ],
)
def test_an_unknown_value_of_a_practice_facet_is_wrong_use_and_names_the_nearest(
    run: Run, words: tuple[str, str], nearest: str
) -> None:
    code, out, err = run("practices", *words)

    assert (code, out) == (2, "")
    assert words[1] in err
    assert nearest in err


def test_practices_are_narrowed_by_all_their_facets(run: Run) -> None:
    _, out, _ = run(
        "practices", "--pillar", "Social inclusion", "--target", "children", "--source-kind", "official",
        "--period", "2020-2024", "--json",
    )  # fmt: skip

    practices = json.loads(out)["practices"]
    assert [item["id"] for item in practices] == ["PP-003"]


def test_filters_narrow_both_sides(run: Run) -> None:
    _, out, _ = run("search", "housing", "--source", "coe-cets197-2005", "--json")

    assert {hit["source"] for hit in json.loads(out)["hits"]} == {"coe-cets197-2005"}


def test_a_question_of_five_megabytes_is_too_long(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", __import__("io").StringIO("why " * 1_300_000))
    code, out, _ = run("ask", "-", "--json")

    document = json.loads(out)
    assert (code, document["outcome"], document["question"]) == (0, "too_long", "")


def test_a_missing_path_is_one_line_with_the_remedy(run: Run) -> None:
    code, _, err = run("ingest", "nowhere.pdf")

    assert code == 1
    assert "There is no file or folder nowhere.pdf." in err
    assert "Traceback" not in err


def test_commitments_and_practices_list_as_json_and_csv(run: Run) -> None:
    _, commitments, _ = run("commitments", "--topic", "compensation", "--json")
    _, practices, _ = run("practices", "--csv")

    assert json.loads(commitments)["count"] > 10
    assert "PP-001" in practices


def test_the_library_lists_its_sources(run: Run) -> None:
    _, out, _ = run("library", "list", "--json")

    assert {"coe-cets197-2005", "practices", "factsheet"} <= {entry["source"] for entry in json.loads(out)}


def test_an_unknown_source_is_wrong_use(run: Run) -> None:
    assert run("library", "show", "nothing")[0] == 2
    assert run("library", "remove", "nothing")[0] == 2


def test_the_doctor_says_what_is_set_up(run: Run) -> None:
    code, out, _ = run("doctor", "--json")

    checks = {check["name"]: check["well"] for check in json.loads(out)["checks"]}
    assert code == 0
    assert checks["corpus"] and checks["encoder"] and checks["index"] and checks["scans"]


def test_without_an_index_the_outcome_is_named(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("NRM_DATA_DIR", str(tmp_path / "nothing"))

    assert json.loads(run("ask", "What is trafficking?", "--json")[1])["outcome"] == "index_missing"
    assert run("search", "trafficking")[0] == 1


def test_golden_questions_are_asked_and_counted(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "questions.yaml"
    path.write_text(
        "- id: one\n  question: How long is the recovery and reflection period?\n  kind: law\n"
        "  gold: [{source: coe-cets197-2005, must_contain: 30 days or more}]\n"
        "- id: two\n  question: What will the weather be tomorrow?\n  kind: other\n  gold: []\n",
        encoding="utf-8",
    )
    code, out, _ = run("evaluate", "answers", "--questions", str(path), "--json")

    document = json.loads(out)
    assert code == 0
    assert (document["kinds"]["law"]["answered"], document["kinds"]["law"]["gold_at_5"]) == (1, 1.0)
    assert document["kinds"]["other"]["refused"] == {"out_of_scope": 1}
    assert document["kinds"]["law"]["quotes_verbatim"] == 1.0
    assert len(document["results"][0]["hits"]) == 10


def test_a_public_set_is_measured(run: Run, tmp_path: Path) -> None:
    (tmp_path / "corpus.jsonl").write_text(
        '{"_id": "a", "title": "", "text": "Gulls are white birds of the sea."}\n'
        '{"_id": "b", "title": "", "text": "Bread is made of flour and water."}\n',
        encoding="utf-8",
    )
    (tmp_path / "queries.jsonl").write_text('{"_id": "q", "text": "what is bread made of"}\n', encoding="utf-8")
    (tmp_path / "qrels.tsv").write_text("query-id\tcorpus-id\tscore\nq\tb\t1\n", encoding="utf-8")

    code, out, _ = run(
        "evaluate", "retrieval", "--beir", str(tmp_path), "--run-out", str(tmp_path / "run.trec"), "--json"
    )

    systems = json.loads(out)["systems"]
    assert code == 0
    assert {name: row["ndcg_at_10"] for name, row in systems.items()} == dict.fromkeys(
        ("lexical", "dense", "fused", "ours"), 1.0
    )
    assert (tmp_path / "run.trec").read_text(encoding="utf-8").split()[:4] == ["q", "Q0", "b", "1"]


def test_help_imports_nothing_heavy() -> None:
    program = (
        "import sys; sys.argv=['nrm','--help']\n"
        "from ui.terminal import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "heavy={'torch','llama_index','chromadb','sentence_transformers','streamlit','onnxruntime','numpy'}&set(sys.modules)\n"
        "print('HEAVY', sorted(heavy))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=PROJECT, check=True)

    assert done.stdout.rstrip().endswith("HEAVY []")
    for command in (
        "ingest",
        "fetch",
        "search",
        "ask",
        "commitments",
        "practices",
        "quiz",
        "library",
        "serve",
        "evaluate",
    ):
        assert command in done.stdout


def test_a_receipt_replays_to_the_same_answer(run: Run, corpus_asker: Asker, tmp_path: Path) -> None:
    answer = corpus_asker.ask("How long is the recovery and reflection period?")
    path = tmp_path / "receipt.json"
    path.write_text(receipt_json(receipt_of(answer, Filters(), corpus_asker)), encoding="utf-8")

    code, out, _ = run("replay", str(path), "--json")

    assert (code, json.loads(out)) == (0, {"same": True, "differences": []})
    assert run("replay", str(tmp_path / "nowhere.json"))[0] == 1
