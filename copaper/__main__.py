"""``python -m copaper`` is the ``copaper`` command."""

from copaper.cli import main

main()
