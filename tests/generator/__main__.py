"""The command line: `python -m tests.generator [--articles N] [--seed S] [--times N] [--show] [--write DIR] [--record]`."""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

from tests.generator import known, write
from tests.generator.measure import Measured, measure

from claimcheck import run


def main() -> None:
    """Write articles, check them, and print what came of it."""
    parser = argparse.ArgumentParser(prog="python -m tests.generator", description=__doc__)
    parser.add_argument("--articles", type=int, default=500, help="mixed articles of several pieces [500]")
    parser.add_argument("--times", type=int, default=1, help="how often each template is told in each corruption [1]")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", action="store_true", help="print every case, not only counts")
    parser.add_argument("--write", metavar="DIR", help="also write the articles there, as gold files for `claimcheck evaluate DIR`")
    parser.add_argument("--record", action="store_true", help="renew known.json: what the tests compare with")
    options = parser.parse_args()
    book = run.load_reference(None)
    if options.record:
        known.record(measure(known.articles(book), book))
        return
    begin = time.monotonic()
    written = [*write.each(book, seed=options.seed, times=options.times), *write.mixed(book, seed=options.seed, articles=options.articles)]
    between = time.monotonic()
    if options.write:
        folder = Path(options.write)
        folder.mkdir(parents=True, exist_ok=True)
        for number, one in enumerate(written):
            (folder / f"{number:06}.json").write_text(json.dumps(one.gold, ensure_ascii=False, indent=1), encoding="utf-8")
    found = measure(written, book)
    print(f"{len(written)} articles written in {between - begin:.1f} s, checked in {time.monotonic() - between:.1f} s")
    show(found, whole=options.show)


def show(found: Measured, *, whole: bool) -> None:
    """The counts, and with `whole` every case."""
    print(f"right statements: {sum(found.right.values())}, found {sum(found.read.values())}, accused {len(found.accused)}")
    for style, rate in found.recall().items():
        print(f"  {style:<28}{rate:>7.3f}  of {found.right[style]}")
    print(f"corruptions: {sum(found.corrupted.values())}, caught {sum(found.caught.values())}, shown as supported {len(found.passed)}")
    for kind, count in sorted(found.corrupted.items()):
        print(f"  {kind:<28}{found.caught[kind] / count:>7.3f}  of {count}")
    print(f"caught with another verdict: {len(found.misjudged)}; wrong offsets: {len(found.spans)}")
    if whole:
        lists = [("ACCUSED", found.accused), ("PASSED", found.passed), ("MISJUDGED", found.misjudged), ("SPAN", found.spans)]
        for title, lines in lists:
            print(*(f"{title} {line}" for line in lines), sep="\n")
        for title, groups in (("MISSED", found.missed), ("UNREAD", found.unread)):
            for name, lines in sorted(groups.items()):
                print(f"{title} {len(lines)} in {name}", *(f"    {line}" for line in lines), sep="\n")


if __name__ == "__main__":
    main()
