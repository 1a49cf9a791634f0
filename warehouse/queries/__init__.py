"""Saved queries: one SQL file each, found by listing the folder."""
