"""The library's truth in one SQLite file: sources, passages, full text search."""

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from nrm.adapters.library_rows import Loaded, loaded_from, passage_from, passage_row, source_row
from nrm.adapters.writer_lock import unwritable
from nrm.domain.errors import IndexMissing, StaleIndex
from nrm.domain.passages import Passage
from nrm.domain.vocabulary import Wording

SCHEMA_VERSION = 1
_SCHEMA = Path(__file__).with_name("library_schema.sql")


class LibraryStore:
    """Reads and writes ``library.sqlite3``; a read opens its own connection, so threads are free to ask."""

    def __init__(self, data_dir: Path) -> None:
        self._data_dir = data_dir
        self._path = data_dir / "library.sqlite3"

    def exists(self) -> bool:
        """Whether anything was ever ingested here."""
        return self._path.is_file()

    def create(self) -> None:
        """Make the file and its tables if they are not there.

        :raises StaleIndex: if the file is of a newer version of the program, or is damaged.
        """
        with self._writing() as database:
            version = database.execute("PRAGMA user_version").fetchone()[0]
            if version > SCHEMA_VERSION:
                raise StaleIndex(
                    f"The library in {self._data_dir} was written by a newer version of this program.",
                    "Update the program, or set NRM_DATA_DIR to another folder.",
                )
            if version == 0:
                database.executescript(
                    f"BEGIN;\n{_SCHEMA.read_text(encoding='utf-8')}\nPRAGMA user_version = {SCHEMA_VERSION};\nCOMMIT;"
                )

    def replace(self, loaded: Loaded, passages: Sequence[Passage]) -> None:
        """Put a source and its passages in the place of what stood under its slug and wording."""
        source = loaded.source
        with self._writing() as database:
            _remove(database, source.slug, source.wording)
            database.execute(f"INSERT INTO sources VALUES ({', '.join('?' * 16)})", source_row(loaded))
            database.executemany(
                "INSERT INTO passages (id, slug, wording, position, text, locator, topics, states, audiences)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (passage_row(passage, position) for position, passage in enumerate(passages)),
            )

    def remove(self, slug: str, wording: Wording) -> bool:
        """Remove a source with all its text, so that no copy stays in the file; false if it was not there."""
        with self._writing() as database:
            removed = _remove(database, slug, wording)
        if removed:
            with self._writing() as database:
                database.execute("INSERT INTO passage_words (passage_words) VALUES ('optimize')")
            self._compact()
        return removed

    def sources(self) -> list[Loaded]:
        """Every source, by slug; parsed text is left out."""
        query = (
            "SELECT s.slug, s.wording, title, kind, authority, body, language, url, year, sha256, note, file_name,"
            " '' AS parsed_text, page_labels, remarks, added_on, COUNT(p.row_id) AS passages"
            " FROM sources s LEFT JOIN passages p ON p.slug = s.slug AND p.wording = s.wording"
            " GROUP BY s.slug, s.wording ORDER BY s.slug, s.wording"
        )
        with self._reading() as database:
            return [loaded_from(row) for row in database.execute(query)]

    def loaded(self, slug: str, wording: Wording = Wording.OFFICIAL) -> Loaded | None:
        """One source with its parsed text."""
        query = "SELECT *, 0 AS passages FROM sources WHERE slug = ? AND wording = ?"
        with self._reading() as database:
            row = database.execute(query, (slug, wording)).fetchone()
        return loaded_from(row) if row else None

    def passages(self, slug: str | None = None, wording: Wording | None = None) -> list[Passage]:
        """All passages, or those of one source, in reading order."""
        query = (
            "SELECT p.*, s.title, s.kind, s.authority, s.body, s.language, s.url, s.year, s.sha256, s.note"
            " FROM passages p JOIN sources s ON s.slug = p.slug AND s.wording = p.wording"
            " WHERE (?1 IS NULL OR p.slug = ?1) AND (?2 IS NULL OR p.wording = ?2)"
            " ORDER BY p.slug, p.wording, p.position"
        )
        with self._reading() as database:
            return [passage_from(row) for row in database.execute(query, (slug, wording))]

    def passages_by_id(self, ids: Sequence[str]) -> dict[str, Passage]:
        """The passages with these ids; an unknown id is left out."""
        query = (
            "SELECT p.*, s.title, s.kind, s.authority, s.body, s.language, s.url, s.year, s.sha256, s.note"
            " FROM passages p JOIN sources s ON s.slug = p.slug AND s.wording = p.wording"
            f" WHERE p.id IN ({', '.join('?' * len(ids))})"
        )
        with self._reading() as database:
            return {row["id"]: passage_from(row) for row in database.execute(query, tuple(ids))}

    def ids_with_phrase(self, phrase: str, limit: int) -> list[str]:
        """Ids of passages that hold these words in this order, in reading order."""
        query = (
            "SELECT p.id FROM passage_words w JOIN passages p ON p.row_id = w.rowid"
            " WHERE passage_words MATCH ? ORDER BY p.slug, p.position LIMIT ?"
        )
        quoted = '"' + phrase.replace('"', " ") + '"'
        with self._reading() as database:
            return [row["id"] for row in database.execute(query, (quoted, limit))]

    def _compact(self) -> None:
        with closing(self._connect()) as database:
            database.execute("VACUUM")
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _connect(self) -> sqlite3.Connection:
        database = sqlite3.connect(self._path, timeout=30, isolation_level=None)
        database.row_factory = sqlite3.Row
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA foreign_keys = ON")
        database.execute("PRAGMA secure_delete = ON")
        return database

    def _connect_to_read(self) -> sqlite3.Connection:
        """Read while others may write; a read-only copy, beside which SQLite can put no lock, as what never changes."""
        database = self._opened("mode=ro")
        try:
            database.execute("PRAGMA user_version")
        except sqlite3.OperationalError:
            if os.access(self._data_dir, os.W_OK):
                raise
            database.close()
            return self._opened("mode=ro&immutable=1")
        return database

    def _opened(self, options: str) -> sqlite3.Connection:
        database = sqlite3.connect(f"{self._path.absolute().as_uri()}?{options}", uri=True, timeout=30)
        database.row_factory = sqlite3.Row
        return database

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction: all of it or nothing."""
        try:
            self._data_dir.mkdir(parents=True, exist_ok=True)
            with closing(self._connect()) as database:
                database.execute("BEGIN IMMEDIATE")
                yield database  # an error closes the connection, which rolls the transaction back
                if database.in_transaction:
                    database.execute("COMMIT")
        except sqlite3.DatabaseError as error:
            raise _ours(self._data_dir, error) from error
        except OSError as error:
            raise unwritable(self._data_dir, error) from error

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        if not self.exists():
            raise IndexMissing("Nothing has been ingested yet.", "Run: nrm ingest")
        try:
            with closing(self._connect_to_read()) as database:
                if database.execute("PRAGMA user_version").fetchone()[0] == 0:
                    raise IndexMissing("The library is just being made.", "Wait until `nrm ingest` ends.")
                yield database
        except sqlite3.DatabaseError as error:
            raise _ours(self._data_dir, error) from error


def _ours(data_dir: Path, error: sqlite3.DatabaseError) -> StaleIndex | Exception:
    text = str(error)
    if "full" in text or "readonly" in text or "unable to open" in text or "disk I/O" in text:
        return unwritable(data_dir, OSError(0, text))
    return StaleIndex(
        f"The library file in {data_dir} is damaged ({text}).",
        "Move it away and run `nrm ingest` with your documents again; the originals are in its folder.",
    )


def _remove(database: sqlite3.Connection, slug: str, wording: Wording) -> bool:
    database.execute("DELETE FROM passages WHERE slug = ? AND wording = ?", (slug, wording))
    return database.execute("DELETE FROM sources WHERE slug = ? AND wording = ?", (slug, wording)).rowcount > 0
