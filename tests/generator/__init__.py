"""Facts of the reference come in; articles in many styles, some with known errors, and what must be found in them go out.

`python -m tests.generator --articles 5000 --seed 7` runs as many as wished; `--record` renews `known.json`.
"""
