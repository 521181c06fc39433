"""Prefect tasks: what Prefect must know of each step, and no more."""
