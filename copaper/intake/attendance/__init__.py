"""Readers of attendance reports, one file per export format."""
