"""How well claimcheck reads and judges: gold files (articles with the findings a careful checker expects) in, figures out.

The way of an evaluation: `gold.read` the files, `compare.compare` what claimcheck finds with what was expected (rules of
a match in `match`), `figures.figures` count it, `show.text` tells it, `recorded` holds it against the figures recorded before.
"""
