"""claimcheck: checks what articles say about AI models against a vetted, dated, sourced reference."""

from claimcheck.version import __version__ as __version__
