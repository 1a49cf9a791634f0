-- Who covered something first: articles that name it, in the order they were published.
-- words: what to look for, as it is written, in any case
-- limit = 20: how many articles to show
SELECT coalesce(published_at, first_seen_at) AS dated_at, published_at IS NULL AS undated, site, headline, url
FROM articles
WHERE contains(lower(headline), lower($words)) OR contains(lower(body), lower($words))
ORDER BY dated_at, url
LIMIT CAST($limit AS BIGINT)
