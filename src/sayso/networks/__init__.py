"""Tables to networks and their measures."""
