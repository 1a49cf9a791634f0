-- Articles whose text changed after it was first seen, newest change first.
-- days = 30: how many days to count back from the newest capture
SELECT changed_at, site, changed, words_after - words_before AS words, headline_after AS headline, url
FROM corrections
WHERE changed_at >= (SELECT max(fetched_at) FROM captures) - to_days(CAST($days AS INTEGER))
ORDER BY changed_at DESC, url
