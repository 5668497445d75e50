"""Passages that stand in several documents; quotations against the work they cite."""
