-- Documents that say for a whole origin what is allowed there: robots.txt, tdmrep.json. As last received.
CREATE TABLE policies (
    url        TEXT PRIMARY KEY,
    fetched_at TEXT NOT NULL,
    status     INTEGER NOT NULL,
    body       BLOB NOT NULL
) WITHOUT ROWID;
INSERT INTO policies SELECT origin || '/robots.txt', fetched_at, status, body FROM robots;
DROP TABLE robots;

-- A site's days of publication, to tell when it is silent beyond its habit.
CREATE INDEX frontier_newest ON frontier (site, newest) WHERE outcome <> 'skipped_rule';
