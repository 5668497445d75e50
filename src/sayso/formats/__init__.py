"""Codecs for exchange formats; no stage, no project."""
