"""`claimcheck cache`: what the cache of checked articles holds, and how to be rid of it."""

from __future__ import annotations

import click

from claimcheck.cli import SETTINGS
from claimcheck.cli.output import write


@click.group("cache", context_settings=SETTINGS)
def cache() -> None:
    """Look at the cache of checked articles, or clear it."""


@cache.command(context_settings=SETTINGS)
def info() -> None:
    """Show where the cache is, how much it holds, and its bound."""
    from claimcheck.scale import store

    opened = store.opened()
    if opened is None:
        write(["no folder for a cache can be written\n"], None, as_text=True)
        return
    state = opened.state()
    opened.close()
    text = f"{state.path}\n{state.entries:,} entries, {state.bytes / 2**20:,.1f} MiB of at most {state.limit / 2**20:,.0f} MiB\n"
    write([text], None, as_text=True)


@cache.command(context_settings=SETTINGS)
def clear() -> None:
    """Throw away what is kept of checked articles."""
    from claimcheck.scale import store

    write([f"freed {store.clear() / 2**20:,.1f} MiB\n"], None, as_text=True)
