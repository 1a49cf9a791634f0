-- The capture index: where in the archive each capture lies. Rebuilt from the archive at will.
CREATE TABLE captures (
    capture_id    TEXT PRIMARY KEY,
    site          TEXT NOT NULL,
    url           TEXT NOT NULL,
    url_key       TEXT NOT NULL,
    fetched_at    TEXT NOT NULL,
    kind          TEXT NOT NULL CHECK (kind IN ('response', 'revisit')),
    status        INTEGER NOT NULL,
    mime          TEXT,
    digest        TEXT NOT NULL,
    etag          TEXT,
    last_modified TEXT,
    refers_to     TEXT,
    file          TEXT NOT NULL,
    "offset"      INTEGER NOT NULL,
    length        INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX captures_by_url_key ON captures (url_key, fetched_at);
CREATE INDEX captures_by_place ON captures (file, "offset");
