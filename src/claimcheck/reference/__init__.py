"""What is known about each model: a folder of reviewed TOML files comes in, names and dated, sourced facts go out.

`load.load` is the way in at run time, `asof` picks what holds on a date, `verbs` serves `claimcheck reference ...`.
"""
