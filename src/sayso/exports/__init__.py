"""Records and networks to files and figures."""
