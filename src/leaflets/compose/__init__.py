"""Edition to HTML."""
