"""A small defence press of our own making, served on loopback: for `defnews demo`, the tests and the benchmarks."""
