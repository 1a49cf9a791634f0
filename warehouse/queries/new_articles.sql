-- New articles by site, with the newest headline of each.
-- days = 7: how many days to count back from the newest capture
SELECT
    site,
    count(*) AS articles,
    max(published_at) AS newest_at,
    arg_max(headline, coalesce(published_at, first_seen_at)) AS newest_headline
FROM articles
WHERE first_seen_at >= (SELECT max(fetched_at) FROM captures) - to_days(CAST($days AS INTEGER))
GROUP BY site
ORDER BY articles DESC, site
