"""The commands of `leaflets new`, one file each."""
