"""What a crawl writes down: a file of bounded size below ``<data>/logs``, as text or as one JSON object a line."""

import json
import logging
import logging.handlers
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

LogFormat = Literal["text", "json"]

LOG_BYTES = 5 << 20
LOG_FILES = 3
TEXT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
LOGGERS = ("scrapy", "twisted", "crawler", "asyncio", "py.warnings")

_log = logging.getLogger("crawler")


class JsonLines(logging.Formatter):
    """One JSON object a line: ``at`` (UTC), ``level``, ``logger``, ``message``, and what else an event has to say."""

    def format(self, record: logging.LogRecord) -> str:
        """Write a record as JSON."""
        line: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        line |= getattr(record, "event", {})
        if record.exc_info:
            line["exception"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False, default=str)


def log_to(folder: Path, log_format: LogFormat = "text") -> None:
    """Write what the crawler, Scrapy and Twisted have to say into a file there; nothing of it belongs on a terminal."""
    folder.mkdir(parents=True, exist_ok=True)
    handler = logging.handlers.RotatingFileHandler(
        folder / "crawl.log", maxBytes=LOG_BYTES, backupCount=LOG_FILES, encoding="utf-8", delay=True
    )
    handler.setFormatter(JsonLines() if log_format == "json" else logging.Formatter(TEXT))
    for name in LOGGERS:
        logger = logging.getLogger(name)
        logger.handlers = [handler]
        logger.propagate = False
    logging.getLogger("scrapy").setLevel(logging.INFO)
    logging.getLogger("crawler").setLevel(logging.INFO)


def log_event(name: str, level: int = logging.INFO, **values: Any) -> None:
    """Write an event with its values: readable in a text log, fields of their own in a JSON log."""
    said = " ".join(f"{key}={value}" for key, value in values.items())
    _log.log(level, "%s", f"{name} {said}", extra={"event": {"event": name, **values}})
