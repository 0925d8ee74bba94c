"""Make the engine's PDF a file for the press: PDF/X-4, or PDF/X-1a where a shop asks."""
