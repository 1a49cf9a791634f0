-- Where a row comes from: capture, digest, rules and load of every text of an article.
-- url: address of the article, as any of its captures or rows has it
SELECT history.revision, history.fetched_at, captures.url AS captured_url, captures.digest, history.capture_id,
    history.extractor_version, history.site_digest, history.load_id
FROM article_history AS history
JOIN captures ON captures.capture_id = history.capture_id
WHERE history.url_key IN (
    SELECT url_key FROM article_history WHERE $url IN (url, original_url, url_key)
    UNION
    SELECT url_key FROM captures WHERE url = $url
)
ORDER BY history.revision
