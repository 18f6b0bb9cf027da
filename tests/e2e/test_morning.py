"""A recorder's morning in a real browser."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.e2e.conftest import sign_in

pytestmark = [pytest.mark.e2e, pytest.mark.xdist_group("browser")]
AXE = Path(__file__).parent / "vendor" / "axe.min.js"
RUN = """;axe.run().then(r => JSON.stringify(r.violations
  .filter(v => ["serious", "critical"].includes(v.impact))
  .map(v => [v.id, v.nodes.map(n => n.html.slice(0, 120))])))"""


def big_incident(page: Any) -> dict[str, Any]:
    items = page.request.get("/api/incidents").json()["items"]
    found: dict[str, Any] = max(items, key=lambda i: len(i["documents"]))
    return found


def drawn(page: Any) -> None:
    page.wait_for_selector("#map[data-ready]", timeout=30_000)


def violations(page: Any) -> Any:
    """Serious findings of axe-core; run past the page's policy, which would forbid the script."""
    session = page.context.new_cdp_session(page)
    script = AXE.read_text("utf-8") + RUN
    answer = session.send("Runtime.evaluate", {"expression": script, "awaitPromise": True})
    return json.loads(answer["result"]["value"])


def test_a_recorders_morning(page):
    sign_in(page)
    drawn(page)
    assert int(page.locator("#map").get_attribute("data-count")) >= 1
    # filter without leaving the page; the address says the filter
    total = page.locator("table.register tbody tr").count()
    page.get_by_label("Killed, at least").fill("90")
    page.get_by_label("Killed, at least").press("Enter")
    page.wait_for_url("**killed=90**")
    page.wait_for_function(f"document.querySelectorAll('table.register tbody tr').length < {total}")
    # open an incident and follow a figure to its sentence
    page.locator("table.register tbody a").first.click()
    page.wait_for_url("**/incidents/inc-*")
    incident = page.url
    figure = page.locator("[id='killed.total']")
    words = figure.locator("mark").first.inner_text()
    figure.get_by_role("link", name="in the document").first.click()
    page.wait_for_url("**/documents/doc-*")
    assert words in page.locator(".text").inner_text()
    # correct it, by keys alone
    page.goto(incident)
    page.locator("h1").click()
    page.keyboard.press("e")
    page.locator("#act-field").select_option("killed.total")
    page.locator("#act-value").fill("90 96 100")
    page.locator("#act-why").fill("the hospital's list")
    page.locator("#act-why").press("Enter")
    page.wait_for_selector(".badge.corrected")
    assert "96 (90–100)" in page.locator("[id='killed.total'] > summary").inner_text()
    # undo it
    page.locator(".history summary", has_text="undo").first.click()
    page.locator(".history form [name=why]").first.fill("read the list wrongly")
    page.get_by_role("button", name="Undo").first.click()
    page.wait_for_selector(".history .undone")
    assert "96" not in page.locator("[id='killed.total'] > summary").inner_text()
    # merge with another incident, and undo
    key = incident.rsplit("/", 1)[-1].split("?")[0]
    items = page.request.get("/api/incidents").json()["items"]
    other = next(i["incident_id"] for i in items if i["incident_id"] != key)
    page.locator("#merge-box summary").click()
    page.locator("#merge-box [name=other]").fill(other)
    page.get_by_role("button", name="Compare the two").click()
    page.wait_for_selector("h1 >> text=Are these one incident?")
    page.locator("main [name=why]").fill("one and the same raid")
    page.get_by_role("button", name="Merge").click()
    page.wait_for_selector(".history >> text=one and the same raid")
    assert page.request.get("/api/incidents").json()["total"] < len(items)
    page.locator(".history summary", has_text="undo").first.click()
    page.locator(".history form [name=why]").first.fill("two streets")
    page.get_by_role("button", name="Undo").first.click()
    page.wait_for_selector(".history >> text=two streets")
    assert page.request.get("/api/incidents").json()["total"] == len(items)
    # a reader's correction comes in and is accepted
    page.goto(f"/tell?incident={key}")
    page.get_by_label("What should we know").fill("The market was hit twice")
    page.get_by_role("button", name="Send").click()
    page.wait_for_selector("text=Thank you")
    page.goto("/inbox")
    card = page.locator(".card", has_text="The market was hit twice")
    card.locator("[name=why]").fill("plausible")
    card.get_by_role("button", name="Accept as a note").click()
    page.wait_for_url(f"**/incidents/{key}")
    assert "The market was hit twice" in page.locator(".note").last.inner_text()
    # export what is filtered
    page.goto("/?killed=90")
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").click()
    assert Path(download.value.path()).read_text("utf-8").startswith("incident_id,")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_screen_has_a_serious_fault_of_accessibility(page, scheme):
    sign_in(page, "A. Lead")
    page.emulate_media(color_scheme=scheme)
    incident = big_incident(page)
    relation = next(
        r
        for d in incident["dispatches"]
        for r in page.request.get(f"/api/dispatches/{d}").json()["relations"]
    )
    versions = f"/versions?earlier={relation['from']}&later={relation['to']}"
    screens = [
        "/",
        "/inbox",
        "/tolls",
        "/control",
        "/recorded",
        "/add",
        "/people",
        "/tell",
        "/sign-in",
    ]
    others = page.request.get("/api/incidents").json()["items"]
    other = next(i for i in others if i["incident_id"] != incident["incident_id"])
    screens += [f"/incidents/{incident['incident_id']}/merge?other={other['incident_id']}"]
    screens += ["/inbox?status=decided"]
    screens += [f"/incidents/{incident['incident_id']}", f"/documents/{relation['from']}", versions]
    screens += [f"/incidents/{incident['incident_id']}/before", "/nowhere"]
    found = {}
    for screen in screens:
        page.goto(screen)
        if faults := violations(page):
            found[screen] = faults
    assert found == {}


def test_the_inbox_is_worked_by_keys(page):
    sign_in(page)
    page.goto("/inbox")
    page.keyboard.press("j")
    first = page.evaluate("document.activeElement.getAttribute('href')")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{first}")
    page.keyboard.press("c")
    assert page.evaluate("document.activeElement.id") == "act-why"


def test_a_question_mark_shows_the_keys_and_escape_hides_them(page):
    sign_in(page)
    page.goto("/inbox")
    page.keyboard.press("?")
    assert page.locator("dialog#keys").is_visible()
    assert "next" in page.locator("dialog#keys").inner_text()
    assert violations(page) == []
    page.keyboard.press("Escape")
    assert not page.locator("dialog#keys").is_visible()
    page.keyboard.press("/")
    page.wait_for_url("**/")
    drawn(page)
    page.locator("h1").click()
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "q"


def test_j_and_k_lead_through_the_inbox_from_one_incident_to_the_next(page):
    sign_in(page)
    page.goto("/inbox")
    page.keyboard.press("j")
    first = page.evaluate("document.activeElement.getAttribute('href')")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{first}")
    page.keyboard.press("j")
    page.wait_for_function(f"!location.pathname.endsWith('{first}')")
    page.keyboard.press("k")
    page.wait_for_url(f"**{first}")


def test_the_map_gathers_and_its_frame_becomes_a_filter(page):
    page.goto("/")
    drawn(page)
    marks = int(page.locator("#map").get_attribute("data-count"))
    assert 1 <= marks < page.locator("table.register tbody tr").count()
    page.get_by_role("button", name="Find only what the map shows").click()
    page.wait_for_url("**box=**")
    assert page.locator("table.register tbody a").count() >= marks


def test_the_register_reads_on_a_phone_and_without_script(browser, address):
    context = browser.new_context(
        base_url=address, viewport={"width": 390, "height": 844}, java_script_enabled=False
    )
    page = context.new_page()
    page.goto("/?q=market")
    assert page.locator("table.register tbody tr").count() >= 1
    context.close()
    phone = browser.new_context(base_url=address, viewport={"width": 390, "height": 844})
    page = phone.new_page()
    for path in ("/", "/tell", "/sign-in", "/tolls", "/control", "/recorded"):
        page.goto(path)
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= 390, path
    phone.close()
