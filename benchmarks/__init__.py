"""Figures, always as a ratio to a peer measured in the same run: machines are noisy."""
