"""Many articles: paths and data sets in, checked articles out, in a stable order, over processes or machines.

`batch.iter_checked` and `batch.iter_outcomes` are the way in. Everything that outlives a process crosses this room as
plain values: an `Item` (one article to check) goes to a worker, an `Outcome` (its finished line) or a `Checked` comes
back. A worker opens the reference and the cache once. What kills a worker becomes a value, like all that cannot be read.
"""
