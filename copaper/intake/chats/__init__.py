"""Readers of chat logs, question reports and polls, one file per export format."""
