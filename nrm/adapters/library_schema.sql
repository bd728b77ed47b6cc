-- Schema version 1. The truth: what was loaded, and the passages it was cut into.
-- A slug may stand twice: once with the publisher's words, once with our digests of them.
CREATE TABLE sources (
    slug        TEXT NOT NULL,
    wording     TEXT NOT NULL,
    title       TEXT NOT NULL,
    kind        TEXT NOT NULL,
    authority   TEXT NOT NULL,
    body        TEXT NOT NULL,
    language    TEXT NOT NULL,
    url         TEXT NOT NULL,
    year        INTEGER,
    sha256      TEXT NOT NULL,
    note        TEXT NOT NULL,
    file_name   TEXT NOT NULL,
    parsed_text TEXT NOT NULL,
    page_labels TEXT NOT NULL,
    remarks     TEXT NOT NULL,
    added_on    TEXT NOT NULL,
    PRIMARY KEY (slug, wording)
) STRICT;

CREATE TABLE passages (
    row_id    INTEGER PRIMARY KEY,
    id        TEXT NOT NULL UNIQUE,
    slug      TEXT NOT NULL,
    wording   TEXT NOT NULL,
    position  INTEGER NOT NULL,
    text      TEXT NOT NULL,
    locator   TEXT NOT NULL,
    topics    TEXT NOT NULL,
    states    TEXT NOT NULL,
    audiences TEXT NOT NULL,
    FOREIGN KEY (slug, wording) REFERENCES sources (slug, wording) ON DELETE CASCADE
) STRICT;

CREATE INDEX passages_by_source ON passages (slug, wording, position);

CREATE VIRTUAL TABLE passage_words USING fts5 (
    text, content = 'passages', content_rowid = 'row_id', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TRIGGER passage_added AFTER INSERT ON passages BEGIN
    INSERT INTO passage_words (rowid, text) VALUES (new.row_id, new.text);
END;

CREATE TRIGGER passage_removed AFTER DELETE ON passages BEGIN
    INSERT INTO passage_words (passage_words, rowid, text) VALUES ('delete', old.row_id, old.text);
END;
