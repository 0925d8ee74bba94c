"""Ways to tell a Narrative: one file each, from Passages to what stands in a file."""
