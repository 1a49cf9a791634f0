"""The version of the extraction rules, written into every row they make."""

VERSION = "6"
"""Raised by every change that can change a row; `defnews reextract --stale` then finds the rows made before it."""
