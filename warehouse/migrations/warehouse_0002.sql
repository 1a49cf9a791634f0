-- Stories: articles with the same text, found by their fingerprints; and by how much a correction changed the body.
ALTER TABLE articles ADD COLUMN fingerprint UINTEGER[];
ALTER TABLE revisions ADD COLUMN fingerprint UINTEGER[];

CREATE TABLE alike (
    url_key       VARCHAR NOT NULL,
    other_url_key VARCHAR NOT NULL,
    resemblance   FLOAT NOT NULL
);

CREATE TABLE copies (
    url_key      VARCHAR NOT NULL,
    lead_url_key VARCHAR NOT NULL,
    resemblance  FLOAT NOT NULL
);

-- When a text must have been out: a date that is exact to the day says by the end of that day, if it was not seen before.
CREATE MACRO appeared(first_seen_at, published_at, published_precision) AS
    least(first_seen_at, CASE published_precision
        WHEN 'second' THEN published_at
        WHEN 'minute' THEN published_at
        WHEN 'hour' THEN published_at + INTERVAL 1 HOUR
        WHEN 'day' THEN published_at + INTERVAL 1 DAY
        ELSE first_seen_at
    END);

CREATE OR REPLACE VIEW article_history AS
    SELECT * FROM articles UNION ALL SELECT * FROM revisions;

CREATE OR REPLACE VIEW corrections AS
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
        after.word_count AS words_after,
        len(list_distinct(string_split(before.body, chr(10) || chr(10)))) - shared.paragraphs AS paragraphs_removed,
        len(list_distinct(string_split(after.body, chr(10) || chr(10)))) - shared.paragraphs AS paragraphs_added
    FROM article_history AS after
    JOIN revisions AS before ON before.url_key = after.url_key AND before.revision = after.revision - 1
    LEFT JOIN articles AS latest ON latest.url_key = after.url_key
    CROSS JOIN LATERAL (
        SELECT len(list_intersect(
            string_split(before.body, chr(10) || chr(10)), string_split(after.body, chr(10) || chr(10))
        )) AS paragraphs
    ) AS shared;

CREATE VIEW article_stories AS
    SELECT
        articles.url,
        articles.site,
        coalesce(leads.url, articles.url) AS story_url,
        copies.url_key IS NULL AS is_lead,
        coalesce(copies.resemblance, 1) AS resemblance
    FROM articles
    LEFT JOIN copies ON copies.url_key = articles.url_key
    LEFT JOIN articles AS leads ON leads.url_key = copies.lead_url_key;

CREATE VIEW stories AS
    SELECT
        leads.url AS story_url,
        leads.site,
        leads.headline,
        leads.published_at,
        leads.first_seen_at,
        1 + coalesce(told.copies, 0) AS articles,
        coalesce(len(list_distinct(list_prepend(leads.site, told.sites))), 1) AS sites,
        coalesce(told.copied_by, []) AS copied_by
    FROM articles AS leads
    ANTI JOIN copies AS others ON others.url_key = leads.url_key
    LEFT JOIN (
        SELECT
            copies.lead_url_key,
            count(*) AS copies,
            list(articles.site) AS sites,
            list(
                {'url': articles.url, 'site': articles.site, 'headline': articles.headline,
                    'published_at': articles.published_at, 'resemblance': copies.resemblance}
                ORDER BY
                    appeared(articles.first_seen_at, articles.published_at, articles.published_precision),
                    articles.url_key
            ) AS copied_by
        FROM copies
        JOIN articles ON articles.url_key = copies.url_key
        GROUP BY copies.lead_url_key
    ) AS told ON told.lead_url_key = leads.url_key;
