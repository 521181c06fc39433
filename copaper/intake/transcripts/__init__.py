"""Readers of transcripts, one file per export format."""
