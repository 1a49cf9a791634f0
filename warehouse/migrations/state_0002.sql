-- The frontier: every URL ever discovered and its one outcome.
CREATE TABLE frontier (
    url_key      TEXT PRIMARY KEY,
    site         TEXT NOT NULL,
    url          TEXT NOT NULL,             -- the address as found, which is the one requested
    via          TEXT NOT NULL,             -- feed, sitemap, listing or redirect it was first found through
    found_at     TEXT NOT NULL,
    outcome      TEXT NOT NULL CHECK (outcome IN ('pending', 'archived', 'unchanged', 'skipped_rule', 'skipped_robots',
                                                  'skipped_optout', 'failed_temporary', 'failed')),
    reason       TEXT,                      -- why, where the outcome alone does not say
    decided_at   TEXT,
    next_try_at  TEXT,                      -- when it is due again, other than pending; null: it is left alone
    tries        INTEGER NOT NULL DEFAULT 0,    -- failures in a row
    said_at      TEXT,                      -- when it was published, as the feed or sitemap says
    newest       TEXT NOT NULL,             -- said_at, or found_at without one: newest is fetched first
    hints        TEXT NOT NULL,             -- JSON: what the feed or sitemap says of it
    seen         TEXT NOT NULL,             -- JSON: source to what it last said, to notice that it says something else
    archived_at  TEXT,                      -- when its page was first archived
    final_key    TEXT                       -- identity of the URL it was redirected to
) WITHOUT ROWID;
CREATE INDEX frontier_pending ON frontier (site, newest DESC) WHERE outcome = 'pending';
CREATE INDEX frontier_due ON frontier (site, next_try_at) WHERE next_try_at IS NOT NULL;
CREATE INDEX frontier_by_outcome ON frontier (site, outcome);

-- Feeds, sitemaps and listings: when each was read last, and how to ask whether it changed.
CREATE TABLE polls (
    url           TEXT PRIMARY KEY,
    site          TEXT NOT NULL,
    kind          TEXT NOT NULL CHECK (kind IN ('feed', 'sitemap', 'listing')),
    parent        TEXT,                     -- sitemap index that names it
    said_at       TEXT,                     -- when it changed, as its index says
    polled_at     TEXT,
    next_poll_at  TEXT,
    every_seconds INTEGER NOT NULL DEFAULT 3600,
    status        INTEGER,
    problem       TEXT,                     -- why the last reading gave nothing, in words
    failures      INTEGER NOT NULL DEFAULT 0,   -- in a row
    etag          TEXT,
    last_modified TEXT,
    rules         TEXT,                     -- digest of the site's rules that the last reading was sorted by
    entries       INTEGER NOT NULL DEFAULT 0,   -- at the last reading
    grew_at       TEXT,                     -- when it last named a URL that was not known
    turn_page     INTEGER,                  -- looking for news: the page to read next, null when all were read
    walk_page     INTEGER,                  -- backfill: the page to read next
    walked_to     TEXT                      -- backfill: done, back to this day ('' is the very beginning)
) WITHOUT ROWID;
CREATE INDEX polls_by_site ON polls (site, next_poll_at);

-- What is remembered of hosts from run to run.
CREATE TABLE hosts (
    host         TEXT PRIMARY KEY,
    failures     INTEGER NOT NULL DEFAULT 0,    -- in a row
    closed_until TEXT,                      -- circuit breaker or Retry-After: no request before
    closed_times INTEGER NOT NULL DEFAULT 0,
    reason       TEXT
) WITHOUT ROWID;

-- robots.txt as last received, per origin (RFC 9309 §2.4: for a day at most).
CREATE TABLE robots (
    origin     TEXT PRIMARY KEY,
    fetched_at TEXT NOT NULL,
    status     INTEGER NOT NULL,
    body       BLOB NOT NULL
) WITHOUT ROWID;

-- Crawl runs, one row for each site.
CREATE TABLE runs (
    run_id       TEXT NOT NULL,
    site         TEXT NOT NULL,
    started_at   TEXT NOT NULL,
    finished_at  TEXT,
    found        INTEGER NOT NULL DEFAULT 0,
    fetched      INTEGER NOT NULL DEFAULT 0,
    new          INTEGER NOT NULL DEFAULT 0,
    unchanged    INTEGER NOT NULL DEFAULT 0,
    failed       INTEGER NOT NULL DEFAULT 0,
    skipped      INTEGER NOT NULL DEFAULT 0,
    requests     INTEGER NOT NULL DEFAULT 0,
    not_modified INTEGER NOT NULL DEFAULT 0,
    outcome      TEXT NOT NULL,             -- running, done, attention, interrupted, disk_full, killed
    PRIMARY KEY (run_id, site)
) WITHOUT ROWID;
