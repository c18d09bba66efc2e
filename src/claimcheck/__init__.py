"""claimcheck: checks what articles say about AI models against a vetted, dated, sourced reference."""

__version__ = "0.1.0"
