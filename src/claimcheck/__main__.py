"""`python -m claimcheck` is the same as the command `claimcheck`."""

from claimcheck.cli import main

main()
