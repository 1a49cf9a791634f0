-- Sites that were silent longer than they usually are, longest silence first.
-- times = 3: how many times its usual gap a site must have been silent
WITH gaps AS (
    SELECT
        site,
        published_at,
        date_diff('second', lag(published_at) OVER (PARTITION BY site ORDER BY published_at), published_at) AS gap
    FROM articles
    WHERE published_at IS NOT NULL
),
usual AS (
    SELECT site, max(published_at) AS last_published_at, quantile_cont(gap, 0.9) / 3600 AS usual_hours
    FROM gaps
    GROUP BY site
)
SELECT
    site,
    last_published_at,
    round(date_diff('second', last_published_at, (SELECT max(fetched_at) FROM captures)) / 3600, 1) AS silent_hours,
    round(usual_hours, 1) AS usual_hours
FROM usual
WHERE date_diff('second', last_published_at, (SELECT max(fetched_at) FROM captures)) / 3600
    > usual_hours * CAST($times AS DOUBLE)
ORDER BY silent_hours DESC
