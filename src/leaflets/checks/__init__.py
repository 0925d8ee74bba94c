"""Questions asked of content, catalogs and finished files: one file per family."""
