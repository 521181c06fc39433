"""Prefect flows: what a person or the schedule starts; wiring only."""
