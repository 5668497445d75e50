"""The HTTP API and the built pages."""
