"""The article page in Chromium: opening, keys, filters, deep links, phone, print, and what must never happen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from report_samples import checked, make_report

from claimcheck.report import render
from claimcheck.terms import Block, View

Open = Callable[..., Any]
ACTIVE = ".card.active"


def test_a_click_opens_the_card_and_another_closes_it(open_page: Open, article: Path) -> None:
    page = open_page(article)
    assert page.locator(ACTIVE).count() == 0
    mark = page.locator("#a1-m2")
    mark.click()
    card = page.locator("#a1-c2.active")
    assert card.is_visible()
    text = " ".join(card.inner_text().split())
    for shown in ("↻ outdated", "says $5.00 per 1M tokens", "now $2.50 per 1M tokens, since 6 August 2024",
                  "primary, checked 2026-11-20", "→ $2.50", "13 May 2024 until 6 August 2024"):  # fmt: skip
        assert shown in text, shown
    assert card.locator("svg.timeline rect").count() == 2
    assert page.evaluate("location.hash") == "#a1-c2"
    mark.click()
    assert page.locator(ACTIVE).count() == 0
    assert page.evaluate("location.hash") == ""


def test_keys_walk_through_the_claims(open_page: Open, article: Path) -> None:
    page = open_page(article)
    seen = []
    for _ in range(3):
        page.keyboard.press("j")
        seen.append(page.locator(ACTIVE).first.get_attribute("id"))
    assert seen == ["a1-c1", "a1-c2", "a1-c3"]
    page.keyboard.press("k")
    assert page.locator(ACTIVE).first.get_attribute("id") == "a1-c2"
    assert page.evaluate("document.activeElement.id") == "a1-m2"
    assert "outdated" in page.locator("#said").inner_text()
    page.keyboard.press("Escape")
    assert page.locator(ACTIVE).count() == 0
    page.locator("#keys").uncheck()
    page.locator("#a1-m2").focus()
    page.keyboard.press("j")
    assert page.locator(ACTIVE).count() == 0


def test_n_and_p_walk_through_the_problems_only(open_page: Open, article: Path) -> None:
    page = open_page(article)
    kinds = []
    for key in "nnnnnp":
        page.keyboard.press(key)
        kinds.append(page.locator(ACTIVE).first.get_attribute("data-kind"))
    assert set(kinds) <= {"refuted", "undisclosed", "outdated", "clash"}
    assert kinds[-1] == kinds[-3]  # back to the one before
    page.keyboard.press("Escape")
    page.keyboard.press("p")  # from the end, where nothing is open
    assert page.locator(ACTIVE).first.get_attribute("data-kind") in ("refuted", "undisclosed", "outdated", "clash")


def test_what_needs_work_stands_on_top_and_leads_to_the_cards(open_page: Open, article: Path) -> None:
    page = open_page(article)
    rows = page.locator(".problems li")
    assert rows.count() == 5
    assert page.locator(".problems").bounding_box()["y"] < 900
    texts = [" ".join(text.split()) for text in rows.all_inner_texts()]
    assert any("GPT-4o, input price" in text and text.endswith("$2.50") and "$5.00" in text for text in texts)
    rows.first.locator("a").click()
    opened = page.locator(ACTIVE).get_attribute("id")
    assert opened == rows.first.get_attribute("data-card")
    page.locator(".filters input[value=outdated]").uncheck()
    assert page.locator(".problems li:visible").count() == 4  # what the filters hide is not offered either


def test_cards_beside_front_matter_look_like_all_cards(open_page: Open, tmp_path: Path) -> None:
    one = checked()
    start, end = one.findings[0].claim.start, one.findings[0].claim.end
    text = one.article.text
    meta = Block("meta", View(text[start:end], tuple(range(start, end)), tuple(range(start + 1, end + 1))), start, end, key="description")
    path = tmp_path / "meta.html"
    report = make_report(replace(one, article=replace(one.article, blocks=(meta,)), findings=one.findings[:1], inconsistencies=(), unchecked=()))
    path.write_text(render(report, format="html"), encoding="utf-8")
    page = open_page(path)
    assert page.locator(".row.meta .card").evaluate("card => getComputedStyle(card).display") == "block"


def test_the_keyboard_alone_reaches_everything(open_page: Open, article: Path) -> None:
    page = open_page(article)
    reached = set()
    for _ in range(90):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.id || document.activeElement.tagName"))
    assert {"a1-m1", "a1-m12", "by-attribute", "by-model", "by-text", "keys", "SUMMARY"} <= reached
    page.locator("#a1-m1").focus()
    page.keyboard.press("Enter")
    assert page.locator("#a1-c1.active").count() == 1


def shown(page: Any) -> list[str]:
    """Ids of the cards that pass the filters."""
    found: list[str] = page.eval_on_selector_all(".card:not([hidden]):not(.clash)", "all => all.map(card => card.id)")
    return found


def test_filters_stand_in_the_address_and_the_address_restores_them(open_page: Open, article: Path) -> None:
    page = open_page(article)
    assert len(shown(page)) == 12
    page.locator(".filters input[value=supported]").uncheck()
    page.locator(".filters input[value=nei]").uncheck()
    page.locator("#by-model").select_option("GPT-4o mini")
    assert page.locator("#found").inner_text() == "3 of 12 claims shown"
    page.locator("#by-attribute").select_option("input price")
    assert shown(page) == ["a1-c7"]
    page.locator("#by-text").fill("0.25")
    page.locator("#a1-m7").click()
    hash = page.evaluate("location.hash")
    again = open_page(article, hash)
    assert shown(again) == ["a1-c7"]
    assert again.locator("#a1-c7.active").is_visible()
    assert again.locator("#by-model").input_value() == "GPT-4o mini"
    assert not again.locator(".filters input[value=supported]").is_checked()
    again.locator("#clear").click()
    assert len(shown(again)) == 12
    assert again.evaluate("location.hash") in ("#a1-c7", "")


def test_filtered_marks_are_only_text_and_keys_pass_them(open_page: Open, article: Path) -> None:
    page = open_page(article, "#verdict=refuted")
    assert page.locator("a.mark.off").count() > 0
    page.keyboard.press("j")
    assert "refuted" in (page.locator(ACTIVE).first.get_attribute("class") or "")


def test_a_deep_link_opens_its_card_and_rests_with_both_in_view(open_page: Open, article: Path) -> None:
    for hash in ("#a1-c9", "#a1-c9&attribute=context%20window"):
        page = open_page(article, hash)
        assert page.locator("#a1-c9.active").is_visible()
        page.locator("html.ready").wait_for()
        seen = []
        while len(seen) < 4 or len(set(seen[-4:])) > 1:  # only where it rests counts, not what it passes on the way
            seen.append(page.evaluate("document.querySelector('#a1-m9').getBoundingClientRect().top"))
            page.wait_for_timeout(150)
        assert 0 < seen[-1] < page.evaluate("innerHeight") - 20, seen
        assert 0 < page.evaluate("document.querySelector('#a1-c9').getBoundingClientRect().top") < page.evaluate("innerHeight") - 100


def test_a_click_brings_the_card_into_view_also_where_it_stands_below(open_page: Open, article: Path) -> None:
    page = open_page(article, reduced_motion="reduce")
    page.evaluate("scrollTo(0, document.querySelector('#a1-m9').getBoundingClientRect().top + scrollY - innerHeight + 40)")
    page.locator("#a1-m9").click()
    assert 0 < page.evaluate("document.querySelector('#a1-c9').getBoundingClientRect().top") < page.evaluate("innerHeight") - 100
    assert page.evaluate("document.querySelector('#a1-m9').getBoundingClientRect().top") > 0


def test_the_open_card_stands_level_with_its_words_where_claims_are_dense(open_page: Open, tmp_path: Path) -> None:
    one = checked()
    many = replace(one, findings=one.findings * 6, inconsistencies=(), unchecked=())  # more cards than the text has room beside it
    path = tmp_path / "dense.html"
    path.write_text(render(make_report(many), format="html"), encoding="utf-8")
    page = open_page(path, reduced_motion="reduce")
    for mark in page.locator("a.mark").all():
        mark.click()
        highest = min(card.bounding_box()["y"] for card in page.locator(ACTIVE).all())
        assert abs(mark.bounding_box()["y"] - highest) < 40
        mark.click()
    assert page.locator(".card.waits").count() == 0


def test_a_line_joins_the_places_of_an_inconsistency(open_page: Open, article: Path) -> None:
    page = open_page(article)
    assert page.locator(".clash-lines path").count() == 1
    page.locator(".panel.clashes a").first.click()
    assert page.locator("#a1-i1.active").is_visible()
    assert page.locator(".clash-lines path.on").count() == 1
    page.locator("#a1-i1 .spots a").last.click()
    assert page.evaluate("document.activeElement.id") == "a1-m12"


def test_waived_claims_have_a_look_and_a_filter_of_their_own(open_page: Open, with_waivers: Path) -> None:
    page = open_page(with_waivers)
    assert "3 waived" in " ".join(page.locator(".chip.waived").inner_text().split())
    page.locator("#a1-m2").click()
    text = " ".join(page.locator("#a1-c2.active").inner_text().split())
    for words in ("⚐ waived (outdated)", "waived: launch price, <b>meant</b> so", "now $2.50 per 1M tokens"):
        assert words in text, words
    assert "supported" not in (page.locator("#a1-c2").get_attribute("class") or "")
    assert page.locator(".panel.clashes").count() == 0
    assert "1 unused waiver" in page.locator(".panel.unused").inner_text()
    page.locator(".filters input[value=waived]").uncheck()
    assert len(shown(page)) == 10
    again = open_page(with_waivers, "#verdict=waived")
    assert sorted(shown(again)) == ["a1-c2", "a1-c6", "a1-i1"]


def test_phone_has_no_sideways_scroll_and_a_tap_opens_the_card(open_page: Open, article: Path) -> None:
    page = open_page(article, width=360, height=740, has_touch=True, is_mobile=True)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.locator("#a1-m1").tap()
    card = page.locator("#a1-c1.active")
    assert card.is_visible()
    box = card.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360


def test_it_can_be_read_without_javascript(open_page: Open, article: Path) -> None:
    for width in (1360, 390):
        page = open_page(article, width=width, java_script_enabled=False)
        assert page.locator(".card:visible").count() == 13
        assert page.locator("#by-text").is_hidden()
        page.locator("#a1-c2 summary").click()
        assert page.locator("#a1-c2 .sources").is_visible()


def test_it_prints_in_a_few_pages(open_page: Open, article: Path, tmp_path: Path) -> None:
    page = open_page(article)
    page.pdf(path=tmp_path / "a.pdf", format="A4")
    data = (tmp_path / "a.pdf").read_bytes()
    assert 1 <= data.count(b"/Type /Page\n") + data.count(b"/Type /Page ") <= 5
    page.emulate_media(media="print")
    assert page.locator("#a1-c2").is_visible()
    assert page.locator(".pick").is_hidden()


def test_dark_mode_is_dark(open_page: Open, article: Path) -> None:
    light, dark = (
        open_page(article, color_scheme=scheme).evaluate("getComputedStyle(document.documentElement).backgroundColor") for scheme in ("light", "dark")
    )
    assert sum(map(int, light[4:-1].split(","))) > 700
    assert sum(map(int, dark[4:-1].split(","))) < 120


def test_reduced_motion_moves_nothing(open_page: Open, article: Path) -> None:
    page = open_page(article, reduced_motion="reduce")
    moving = page.eval_on_selector_all("*", "all => all.filter(e => parseFloat(getComputedStyle(e).transitionDuration) > 0).length")
    assert moving == 0
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


@pytest.mark.parametrize("form", ["small", "folder"])
def test_hostile_words_are_inert(open_page: Open, form: str, request: pytest.FixtureRequest) -> None:
    path: Path = request.getfixturevalue(form)
    page = open_page(path / "a" / "2.html" if form == "folder" else path)
    assert page.locator("img, iframe, object, embed, base, form").count() == 0
    assert page.eval_on_selector_all("a[href]", "all => all.every(a => ['file:', 'https:'].includes(a.protocol))")
    for mark in page.locator("a.mark").all():
        mark.click()
    page.locator("#by-text").fill("<img src=x onerror=alert(1)>")
    assert "alert(1)" in page.evaluate("document.body.textContent")
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '')")


def test_the_policy_stops_a_script_that_gets_in(browser: Any, article: Path, tmp_path: Path) -> None:
    broken = article.read_text(encoding="utf-8").replace("</main>", "<script>window.owned = 1</script><img src=x onerror='window.owned=1'></main>")
    path = tmp_path / "broken.html"
    path.write_text(broken, encoding="utf-8")
    page = browser.new_page()
    page.goto(path.as_uri())
    assert page.evaluate("window.owned") is None
    page.close()
