"""Learns from lines of both kinds how publications word what is not the article: weights for `extract.phrasing`."""
