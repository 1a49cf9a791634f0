-- The warehouse as first published. Forward only: a later change is a file of its own with the next number.
CREATE TABLE schema_version (
    version    INTEGER NOT NULL,
    name       VARCHAR NOT NULL,
    applied_at TIMESTAMPTZ NOT NULL
);

CREATE TABLE articles (
    url                 VARCHAR PRIMARY KEY,
    url_key             VARCHAR NOT NULL,
    original_url        VARCHAR NOT NULL,
    site                VARCHAR NOT NULL,
    headline            VARCHAR NOT NULL,
    subheadline         VARCHAR,
    byline              VARCHAR,
    authors             VARCHAR[] NOT NULL,
    published_at        TIMESTAMPTZ,
    published_raw       VARCHAR,
    published_source    VARCHAR,
    published_precision VARCHAR,
    modified_at         TIMESTAMPTZ,
    dateline            VARCHAR,
    section             VARCHAR,
    tags                VARCHAR[] NOT NULL,
    language            VARCHAR,
    body                VARCHAR NOT NULL USING COMPRESSION zstd,
    word_count          INTEGER NOT NULL,
    lead_image          STRUCT(url VARCHAR, caption VARCHAR, credit VARCHAR),
    images              STRUCT(url VARCHAR, caption VARCHAR, credit VARCHAR)[] NOT NULL,
    related             STRUCT(headline VARCHAR, url VARCHAR, published_at TIMESTAMPTZ)[] NOT NULL,
    view_count          BIGINT,
    free_access         BOOLEAN,
    flags               VARCHAR[] NOT NULL,
    first_seen_at       TIMESTAMPTZ NOT NULL,
    last_seen_at        TIMESTAMPTZ NOT NULL,
    last_changed_at     TIMESTAMPTZ NOT NULL,
    revision            INTEGER NOT NULL,
    content_digest      VARCHAR NOT NULL,
    fetched_at          TIMESTAMPTZ NOT NULL,
    capture_id          VARCHAR NOT NULL,
    extractor_version   VARCHAR NOT NULL,
    site_digest         VARCHAR,
    load_id             VARCHAR NOT NULL
);

-- No key here: (url_key, revision) is unique by construction, and `defnews check` proves it.
CREATE TABLE revisions (
    url                 VARCHAR NOT NULL,
    url_key             VARCHAR NOT NULL,
    original_url        VARCHAR NOT NULL,
    site                VARCHAR NOT NULL,
    headline            VARCHAR NOT NULL,
    subheadline         VARCHAR,
    byline              VARCHAR,
    authors             VARCHAR[] NOT NULL,
    published_at        TIMESTAMPTZ,
    published_raw       VARCHAR,
    published_source    VARCHAR,
    published_precision VARCHAR,
    modified_at         TIMESTAMPTZ,
    dateline            VARCHAR,
    section             VARCHAR,
    tags                VARCHAR[] NOT NULL,
    language            VARCHAR,
    body                VARCHAR NOT NULL USING COMPRESSION zstd,
    word_count          INTEGER NOT NULL,
    lead_image          STRUCT(url VARCHAR, caption VARCHAR, credit VARCHAR),
    images              STRUCT(url VARCHAR, caption VARCHAR, credit VARCHAR)[] NOT NULL,
    related             STRUCT(headline VARCHAR, url VARCHAR, published_at TIMESTAMPTZ)[] NOT NULL,
    view_count          BIGINT,
    free_access         BOOLEAN,
    flags               VARCHAR[] NOT NULL,
    first_seen_at       TIMESTAMPTZ NOT NULL,
    last_seen_at        TIMESTAMPTZ NOT NULL,
    last_changed_at     TIMESTAMPTZ NOT NULL,
    revision            INTEGER NOT NULL,
    content_digest      VARCHAR NOT NULL,
    fetched_at          TIMESTAMPTZ NOT NULL,
    capture_id          VARCHAR NOT NULL,
    extractor_version   VARCHAR NOT NULL,
    site_digest         VARCHAR,
    load_id             VARCHAR NOT NULL
);

CREATE TABLE captures (
    capture_id        VARCHAR NOT NULL,
    site              VARCHAR NOT NULL,
    url               VARCHAR NOT NULL,
    fetched_at        TIMESTAMPTZ NOT NULL,
    kind              VARCHAR NOT NULL,
    status            INTEGER NOT NULL,
    mime              VARCHAR,
    digest            VARCHAR NOT NULL,
    refers_to         VARCHAR,
    outcome           VARCHAR NOT NULL,
    article_url       VARCHAR,
    url_key           VARCHAR,
    content_digest    VARCHAR,
    extractor_version VARCHAR,
    site_digest       VARCHAR,
    load_id           VARCHAR NOT NULL
);

CREATE TABLE rejects (
    capture_id        VARCHAR NOT NULL,
    site              VARCHAR NOT NULL,
    url               VARCHAR NOT NULL,
    fetched_at        TIMESTAMPTZ NOT NULL,
    status            INTEGER NOT NULL,
    mime              VARCHAR,
    reason            VARCHAR NOT NULL,
    detail            VARCHAR NOT NULL,
    extractor_version VARCHAR,
    site_digest       VARCHAR,
    load_id           VARCHAR NOT NULL
);

CREATE TABLE sites (
    site     VARCHAR NOT NULL,
    name     VARCHAR NOT NULL,
    homepage VARCHAR NOT NULL,
    hosts    VARCHAR[] NOT NULL,
    country  VARCHAR,
    language VARCHAR,
    timezone VARCHAR NOT NULL,
    digest   VARCHAR NOT NULL
);

CREATE TABLE loads (
    load_id           VARCHAR NOT NULL,
    command           VARCHAR NOT NULL,
    started_at        TIMESTAMPTZ NOT NULL,
    finished_at       TIMESTAMPTZ NOT NULL,
    captures          BIGINT NOT NULL,
    articles          BIGINT NOT NULL,
    rejected          BIGINT NOT NULL,
    revisits          BIGINT NOT NULL,
    extractor_version VARCHAR NOT NULL
);

CREATE TABLE runs (
    run_id       VARCHAR NOT NULL,
    site         VARCHAR NOT NULL,
    started_at   TIMESTAMPTZ NOT NULL,
    finished_at  TIMESTAMPTZ,
    found        BIGINT NOT NULL,
    fetched      BIGINT NOT NULL,
    new          BIGINT NOT NULL,
    unchanged    BIGINT NOT NULL,
    failed       BIGINT NOT NULL,
    skipped      BIGINT NOT NULL,
    requests     BIGINT NOT NULL,
    not_modified BIGINT NOT NULL,
    outcome      VARCHAR NOT NULL
);

CREATE VIEW article_history AS
    SELECT * FROM articles UNION ALL SELECT * FROM revisions;

CREATE MACRO articles_as_of(ts) AS TABLE
    SELECT history.*
    FROM article_history AS history
    JOIN (
        SELECT url_key, max(revision) AS revision FROM article_history WHERE last_changed_at <= ts GROUP BY url_key
    ) AS known USING (url_key, revision);

CREATE VIEW corrections AS
    SELECT
        after.site,
        coalesce(latest.url, after.url) AS url,
        after.revision,
        after.last_changed_at AS changed_at,
        after.published_at,
        (CASE WHEN after.headline IS DISTINCT FROM before.headline THEN ['headline'] ELSE [] END)
            || (CASE WHEN after.subheadline IS DISTINCT FROM before.subheadline THEN ['subheadline'] ELSE [] END)
            || (CASE WHEN after.body IS DISTINCT FROM before.body THEN ['body'] ELSE [] END) AS changed,
        before.headline AS headline_before,
        after.headline AS headline_after,
        before.word_count AS words_before,
        after.word_count AS words_after
    FROM article_history AS after
    JOIN revisions AS before ON before.url_key = after.url_key AND before.revision = after.revision - 1
    LEFT JOIN articles AS latest ON latest.url_key = after.url_key;

CREATE VIEW daily_counts AS
    SELECT
        site,
        CAST(published_at AT TIME ZONE 'UTC' AS DATE) AS published_on,
        count(*) AS articles,
        CAST(sum(word_count) AS BIGINT) AS words
    FROM articles
    GROUP BY ALL;

CREATE VIEW recent AS
    SELECT first_seen_at, published_at, site, headline, url
    FROM articles
    WHERE first_seen_at >= (SELECT max(first_seen_at) FROM articles) - INTERVAL 7 DAY
    ORDER BY coalesce(published_at, first_seen_at) DESC;

CREATE VIEW site_health AS
    WITH latest AS (SELECT max(fetched_at) AS newest_at FROM captures),
    fetched AS (
        SELECT
            site,
            count(*) AS captures,
            max(fetched_at) AS last_capture_at,
            count(*) FILTER (outcome = 'rejected') AS rejected,
            count(*) FILTER (fetched_at >= latest.newest_at - INTERVAL 7 DAY AND kind = 'response') AS responses_7_days,
            count(*) FILTER (fetched_at >= latest.newest_at - INTERVAL 7 DAY AND outcome = 'rejected') AS rejected_7_days
        FROM captures, latest
        GROUP BY site
    ),
    written AS (
        SELECT
            site,
            count(*) AS articles,
            max(first_seen_at) AS last_new_article_at,
            max(published_at) AS last_published_at,
            count(*) FILTER (first_seen_at >= latest.newest_at - INTERVAL 7 DAY) AS new_articles_7_days,
            avg(CASE WHEN published_at IS NULL THEN 1.0 ELSE 0.0 END) AS share_undated
        FROM articles, latest
        GROUP BY site
    )
    SELECT
        coalesce(fetched.site, sites.site) AS site,
        coalesce(fetched.captures, 0) AS captures,
        coalesce(written.articles, 0) AS articles,
        coalesce(fetched.rejected, 0) AS rejected,
        fetched.last_capture_at,
        written.last_new_article_at,
        written.last_published_at,
        coalesce(written.new_articles_7_days, 0) AS new_articles_7_days,
        coalesce(fetched.responses_7_days, 0) AS responses_7_days,
        coalesce(fetched.rejected_7_days, 0) AS rejected_7_days,
        written.share_undated
    FROM fetched
    FULL JOIN sites ON sites.site = fetched.site
    LEFT JOIN written ON written.site = fetched.site;
