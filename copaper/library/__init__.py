"""Across sessions: catalogue, practice register, question ledger, trends, quarterly papers."""
