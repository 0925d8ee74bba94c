"""The tag tree: what each part of a page is, in the order in which it is read."""
