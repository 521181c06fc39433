"""Reviewed Word drafts: what reviewers changed, and the next draft that keeps it."""
