"""What was read, by whom, and whether it still is what was read: ledgers and gates."""
