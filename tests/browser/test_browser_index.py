"""The index page in Chromium: rows in chunks from the disk, sorting, searching, pages, links that open what was seen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

Open = Callable[..., Any]


def cells(page: Any, column: int) -> list[str]:
    """The texts of a column."""
    found: list[str] = page.eval_on_selector_all(f"#rows tbody tr > :nth-child({column})", "all => all.map(cell => cell.textContent)")
    return found


def ready(page: Any, found: str = "2,501 articles") -> None:
    """Waits until all chunks are there; the page's policy forbids the driver's own way of waiting, which is `eval`."""
    from playwright.sync_api import expect

    expect(page.locator("#rows-found")).to_have_text(found)


def test_all_chunks_arrive_and_pages_turn(open_page: Open, folder: Path) -> None:
    page = open_page(folder / "index.html")
    ready(page)
    assert page.locator("#rows tbody tr").count() == 100
    assert page.locator("#where").inner_text() == "1–100 of 2,501"
    page.locator("#after").click()
    assert page.locator("#where").inner_text() == "101–200 of 2,501"
    again = open_page(folder / "index.html", page.evaluate("location.hash"))
    ready(again)
    assert again.locator("#where").inner_text() == "101–200 of 2,501"


def test_columns_sort_both_ways(open_page: Open, folder: Path) -> None:
    page = open_page(folder / "index.html")
    ready(page)
    head = page.locator("th[data-sort=claims]")
    head.locator("button").click()
    assert head.get_attribute("aria-sort") == "descending"
    numbers = list(map(int, cells(page, 3)))
    assert numbers == sorted(numbers, reverse=True)
    assert numbers[0] == 12
    head.locator("button").click()
    assert head.get_attribute("aria-sort") == "ascending"
    assert set(cells(page, 3)) == {"0"}
    again = open_page(folder / "index.html", page.evaluate("location.hash"))
    ready(again)
    assert again.locator("th[data-sort=claims]").get_attribute("aria-sort") == "ascending"


def test_search_and_the_choice_narrow_the_table(open_page: Open, folder: Path) -> None:
    page = open_page(folder / "index.html")
    ready(page)
    page.locator("#find").fill("piece 2497")
    assert page.locator("#rows-found").inner_text() == "1 of 2,501 articles"
    page.locator("#find").fill("")
    page.locator("#only").select_option("unread")
    assert page.locator("#rows tbody tr").count() == 1
    again = open_page(folder / "index.html", page.evaluate("location.hash"))
    ready(again, "1 of 2,501 articles")
    assert again.locator("#rows tbody tr").count() == 1


def test_a_row_leads_to_the_article_and_back(open_page: Open, folder: Path) -> None:
    page = open_page(folder / "index.html")
    ready(page)
    page.locator("#rows tbody a").first.click()
    assert page.locator("h1").inner_text() == "5 of 12 claims need work"
    page.locator("html.ready").wait_for()  # the script beside the page comes after its text
    page.keyboard.press("j")
    assert page.locator(".card.active").count() == 1
    assert page.evaluate("getComputedStyle(document.body).marginTop") == "0px"  # the style beside it was loaded
    page.locator(".kicker a").click()
    assert page.locator("h1").inner_text().endswith("claims need work")


def test_an_example_of_an_error_opens_its_card(open_page: Open, folder: Path) -> None:
    page = open_page(folder / "index.html")
    page.locator(".examples a").first.click()
    page.wait_for_selector(".card.active")


def test_index_tells_what_was_not_read_and_draws_charts(open_page: Open, folder: Path) -> None:
    page = open_page(folder / "index.html")
    assert "it is no text" in page.locator(".unread-list").inner_text()
    assert page.locator("figure").count() == 3
    assert page.locator(".columns rect").count() > 10


def test_index_without_javascript_leads_to_all_articles(open_page: Open, folder: Path) -> None:
    page = open_page(folder / "index.html", java_script_enabled=False)
    assert page.locator("#rows tbody tr").count() == 100
    page.locator(".plainly a").click()
    assert page.locator("ol > li").count() == 2501


def test_index_on_a_phone_scrolls_only_inside_its_tables(open_page: Open, folder: Path, small: Path) -> None:
    for path in (folder / "index.html", small):
        page = open_page(path, width=360, height=740)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_several_articles_in_one_file_have_the_table_too(open_page: Open, small: Path) -> None:
    page = open_page(small)
    assert page.locator("#rows tbody tr").count() == 3
    page.locator("th[data-sort=title] button").click()
    page.locator("#rows tbody a", has_text="GPT-4o or").click()
    page.wait_for_timeout(100)
    assert page.evaluate("location.hash") == "#a1"
