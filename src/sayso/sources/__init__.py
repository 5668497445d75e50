"""Bytes to documents with their structure, one module per kind of file."""
