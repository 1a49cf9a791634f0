-- What was rejected and why, by site and reason, with an example of each.
SELECT site, reason, count(*) AS captures, max(fetched_at) AS last_at, arg_max(url, fetched_at) AS example
FROM rejects
GROUP BY site, reason
ORDER BY captures DESC, site, reason
