"""Findings to Paper, and a Paper to DOCX, PDF and HTML."""
