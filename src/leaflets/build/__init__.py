"""Editions to artifacts: plan, work, executors, manifest, run."""
