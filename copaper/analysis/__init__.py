"""Session to Findings: segments, themes and findings, each with its evidence."""
