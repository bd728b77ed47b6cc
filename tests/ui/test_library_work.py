from pathlib import Path

import pytest
from fpdf import FPDF
from fpdf.enums import EncryptionMethod

from ingest.add import Added, Wanted
from ingest.add_files import Failure
from ingest.build import IngestResult
from nrm.domain.errors import LibraryBusy
from nrm.services.verifying import Verification
from nrm.settings import Settings
from ui.library_views.tasks import adding, told_of_check, told_of_files
from ui.library_views.uploads import Upload, put_in_folder
from ui.library_views.work import Report, Step, Told, Work
from ui.wording import library_page as words


def test_each_file_is_told_of_by_the_name_its_person_gave_it_with_reason_and_remedy() -> None:
    result = IngestResult(
        added=(Added("my-file", "my-file.pdf", 12, False, ("There are no page labels.",)),),
        failed=(Failure("bad.pdf", "bad.pdf: the file is damaged.", "Download it again."),),
    )

    told = told_of_files(result, {"my-file.pdf": "my file (2).pdf", "bad.pdf": "très bad.pdf"})

    assert told.good == ("my file (2).pdf: added, 12 passages.", "my file (2).pdf: There are no page labels.")
    assert told.bad == ("très bad.pdf: the file is damaged. Download it again.",)


def test_a_library_with_problems_is_not_called_whole() -> None:
    assert told_of_check(Verification(9, 9, 1, 9, 9, ("x: the original is missing.",))).good == ()
    assert "9 passages" in told_of_check(Verification(9, 9, 1, 9, 9, ())).good[0]


def test_work_ends_with_what_it_told_and_keeps_its_last_step() -> None:
    def task(report: Report) -> Told:
        report("pages", "a.pdf", 2, 4)
        return Told(("done",))

    work = Work("Adding", task).start()

    assert work.wait() == Told(("done",))
    assert work.step is not None and work.step.share == 0.5


def test_a_busy_library_is_said_calmly() -> None:
    def task(_: Report) -> Told:
        raise LibraryBusy("Another process is writing.", "Wait until it ends.")

    assert Work("Adding", task).start().wait().bad == ("Another process is writing. Wait until it ends.",)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_an_error_that_is_not_ours_says_that_the_work_stopped_and_nothing_of_its_message() -> None:
    def task(_: Report) -> Told:
        raise ZeroDivisionError("a private word")

    assert Work("Adding", task).start().wait().bad == (words.STOPPED,)


@pytest.mark.parametrize(
    ("step", "now", "said"),
    [
        (Step("pages", "a.pdf", 100, 400, 0.0), 50.0, "Reading pages: 100 of 400, about 2 min left · a.pdf"),
        (Step("pages", "", 1, 400, 0.0), 50.0, "Reading pages: 1 of 400"),
        (Step("vectors", "", 9, 10, 0.0), 18.0, "Preparing passages for search: 9 of 10, about 2 s left"),
        (Step("open", "", 0, 1, 0.0), 9.0, "Opening the new index"),
    ],
)
def test_time_left_is_said_once_it_can_be_guessed(step: Step, now: float, said: str) -> None:
    assert step.said(now) == said


def test_files_that_wait_for_a_password_are_read_with_it_and_deleted_after(tmp_path: Path, small_corpus: Path) -> None:
    settings = Settings(data_dir=tmp_path / "data", corpus_dir=small_corpus, multilingual_encoder="none")
    folder, paths = put_in_folder([Upload("my locked.pdf", _encrypted())])
    task = adding(folder, paths, {"my-locked.pdf": "my locked.pdf"}, settings, Wanted())

    told = Work("Adding", task).start().wait()
    assert told.locked is not None and told.locked.names == ("my locked.pdf",)
    assert told.bad[0].startswith("my locked.pdf: the file is encrypted")
    wrong = Work("Adding", told.locked.open_with("not this one")).start().wait()
    assert wrong.locked is not None and "does not open" in wrong.bad[0]
    right = Work("Adding", wrong.locked.open_with("open sesame")).start().wait()

    assert right.locked is None and right.good == ("my locked.pdf: added, 1 passage.",)
    assert not Path(folder.name).exists()
    assert b"open sesame" not in b"".join(path.read_bytes() for path in settings.data_dir.rglob("*") if path.is_file())


def _encrypted() -> bytes:
    pdf = FPDF(unit="pt", format="A4")
    pdf.set_encryption("owner", "open sesame", EncryptionMethod.AES_256)
    pdf.add_page()
    pdf.set_font("Helvetica", size=10)
    pdf.text(72, 72, "Artificial words behind a password.")
    return bytes(pdf.output())
