"""Raw exports to one Session: detect, decode, parse, align, identify people."""
