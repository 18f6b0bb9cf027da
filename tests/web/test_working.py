"""A recorder's acts: kept, attributed, undone by another act, never lost to a colleague's."""

from __future__ import annotations

import re
import time
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bearwitness.model.incident import Judgement

EARLY = datetime(2000, 1, 1, tzinfo=UTC)


def seen(visitor, incident):
    page = visitor.get(f"/incidents/{incident}").text
    found = re.search(r'name="seen" value="(\d+)"', page)
    assert found
    return found[1]


def act(visitor, incident, **values):
    values.setdefault("seen", seen(visitor, incident))
    values.setdefault("why", "the hospital's list")
    return visitor.fill(f"/incidents/{incident}/acts", **values)


def merge(visitor, one, other, **values):
    """Merge as the page of comparison offers it."""
    page = visitor.get(f"/incidents/{one}/merge", params={"other": other}).text
    hidden = {
        name: re.search(rf'name="{name}" value="(\d+)"', page)[1] for name in ("seen", "seen_other")
    }
    third = re.findall(r'name="along" value="([^"]+)"', page)
    values = {"other": other, "why": "one strike", "along": third, **hidden, **values}
    return visitor.fill(f"/incidents/{one}/merge", **values)


def killed(visitor, incident):
    return visitor.get(f"/api/incidents/{incident}").json()["figures"]["killed"]["total"]


def test_a_corrected_figure_stands_and_undo_brings_the_old_one_back(visit, big):
    recorder, incident = visit("recorder"), big["incident_id"]
    old = killed(recorder, incident)
    made = act(recorder, incident, act="correct", field="killed.total", value="90 96 ?")
    assert made.status_code == 303, made.text
    new = killed(recorder, incident)
    assert (new["low"], new["best"], new["high"]) == (90, 96, None)
    assert new["used"] == old["used"]
    page = recorder.get(f"/incidents/{incident}").text
    assert "the hospital&#39;s list" in page
    assert "Before" in recorder.get(f"/incidents/{incident}/before").text
    assert act(recorder, incident, act="undo", value="1").status_code == 303
    assert killed(recorder, incident) == old
    assert "(undone)" in recorder.get(f"/incidents/{incident}").text


def test_a_rejected_claim_counts_no_more(visit, big):
    recorder, incident = visit("recorder"), big["incident_id"]
    gone = killed(recorder, incident)["used"][0]
    assert act(recorder, incident, act="reject", target=gone).status_code == 303
    assert gone not in killed(recorder, incident)["used"]


def test_a_rejected_incident_leaves_the_register_and_can_come_back(visit, big):
    recorder, incident = visit("recorder"), big["incident_id"]
    act(recorder, incident, act="reject")
    assert visit().get(f"/incidents/{incident}").status_code == 404
    assert incident in recorder.get("/inbox?status=rejected").text
    assert act(recorder, incident, act="undo", value="1").status_code == 303
    assert visit().get(f"/incidents/{incident}").status_code == 200


def test_two_people_do_not_overwrite_each_other(visit, big):
    one, two, incident = visit("recorder"), visit("other"), big["incident_id"]
    looked = seen(two, incident)
    act(one, incident, act="correct", field="killed.total", value="96")
    late = act(two, incident, act="correct", field="killed.total", value="70", seen=looked)
    assert late.status_code == 409
    assert "somebody else acted" in late.text
    assert 'value="70"' in late.text
    assert killed(one, incident)["best"] == 96


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("killed.total", "many"),
        ("killed.total", "9 5 7"),
        ("killed.total", "-1"),
        ("date_start", "last Tuesday"),
        ("place.coordinates", "95 400"),
        ("grade", "confirmed"),
        ("claims", "x"),
        ("title", ""),
    ],
)
def test_a_value_that_makes_no_sense_is_not_recorded(visit, big, field, value):
    recorder, incident = visit("recorder"), big["incident_id"]
    answer = act(recorder, incident, act="correct", field=field, value=value)
    assert answer.status_code == 400
    assert seen(recorder, incident) == "0"


def test_every_act_needs_a_reason(visit, big):
    assert act(visit("recorder"), big["incident_id"], act="confirm", why=" ").status_code == 400


def test_a_confirmed_incident_leaves_the_inbox(visit, big):
    recorder, incident = visit("recorder"), big["incident_id"]
    assert incident in recorder.get("/inbox").text
    act(recorder, incident, act="confirm")
    assert incident not in recorder.get("/inbox").text
    assert incident in recorder.get("/inbox?status=confirmed").text


def test_two_incidents_merge_and_part_again(visit, big):
    recorder, one = visit("recorder"), big["incident_id"]
    items = recorder.get("/api/incidents").json()["items"]
    other = next(i for i in items if i["incident_id"] != one)
    made = merge(recorder, one, other["incident_id"])
    assert made.status_code == 303, made.text
    home = made.headers["location"].rsplit("/", 1)[-1]
    now = recorder.get(f"/api/incidents/{home}").json()
    assert set(now["claims"]) >= set(big["claims"]) | set(other["claims"])
    page = recorder.get(f"/incidents/{home}").text
    moment = re.search(r'name="moment" value="(20[^"]+)"', page)
    assert moment
    undone = act(recorder, home, act="undo", value="judgement", moment=moment[1])
    assert undone.status_code == 303, undone.text
    assert recorder.get("/api/incidents").json()["total"] == len(items)
    assert set(recorder.get(f"/api/incidents/{one}").json()["claims"]) == set(big["claims"])


def test_tellings_split_off_become_an_incident_of_their_own(visit, big):
    recorder, incident = visit("recorder"), big["incident_id"]
    page = recorder.get(f"/incidents/{incident}").text
    tellings = re.findall(r'name="leaving" value="([^"]+)"', page)
    made = recorder.fill(
        f"/incidents/{incident}/split", leaving=tellings[0], why="another street",
        seen=seen(recorder, incident),
    )  # fmt: skip
    assert made.status_code == 303, made.text
    gone = made.headers["location"].rsplit("/", 1)[-1]
    left = recorder.get(f"/api/incidents/{gone}").json()
    assert left["documents"] == [tellings[0].partition("#")[0]]


def test_a_readers_correction_waits_and_then_stands_as_a_note(visit, big):
    reader, recorder, incident = visit(), visit("recorder"), big["incident_id"]
    reader.fill("/tell", body="My street was hit as well", incident=incident)
    assert "My street" not in reader.get(f"/incidents/{incident}").text
    inbox = recorder.get("/inbox").text
    assert "My street was hit as well" in inbox
    number = re.search(r"/messages/(\d+)", inbox)
    assert number
    recorder.fill(f"/messages/{number[1]}", verdict="accept", why="plausible")
    assert "My street was hit as well" in reader.get(f"/incidents/{incident}").text
    assert "/messages/" not in recorder.get("/inbox").text


def test_a_decision_on_a_message_is_taken_back_by_another_and_then_it_waits_again(visit, big):
    reader, recorder = visit(), visit("recorder")
    reader.fill("/tell", body="The bakery was not hit", incident=big["incident_id"])
    number = re.search(r"/messages/(\d+)", recorder.get("/inbox").text)[1]
    recorder.fill(f"/messages/{number}", verdict="dismiss", why="no source")
    assert "The bakery was not hit" not in recorder.get("/inbox").text
    decided = recorder.get("/inbox?status=decided").text
    assert "The bakery was not hit" in decided
    assert "dismissed by recorder" in decided
    assert "no source" in decided
    recorder.fill(f"/messages/{number}", verdict="reopen", why="a source came in")
    assert "The bakery was not hit" in recorder.get("/inbox").text
    assert recorder.fill(f"/messages/{number}", verdict="reopen", why="x").status_code == 404
    recorder.fill(f"/messages/{number}", verdict="accept", why="the source holds")
    assert "The bakery was not hit" in reader.get(f"/incidents/{big['incident_id']}").text


def test_the_inbox_begins_with_the_most_consequential_and_says_why(visit):
    page = visit("recorder").get("/inbox").text
    cards = page.split("data-row")[1:]
    assert "95 killed, a large toll" in cards[0]
    assert "contradiction" in cards[0]
    assert all('aria-label="Why it stands here"' in card for card in cards)


def test_a_pasted_report_is_read_and_leads_to_what_changed(visit):
    recorder = visit("recorder")
    text = (
        "HOMS - Shelling of a bakery in Homs on Friday killed 17 civilians, a doctor at the "
        "field clinic said. The shells fell while people queued for bread."
    )
    made = recorder.fill("/add", text=text, publisher="Local Paper", published_at="2015-03-07")
    assert made.status_code == 303, made.text
    for _ in range(600):
        page = recorder.get(made.headers["location"]).text
        if 'data-poll="1"' not in page:
            break
        time.sleep(0.1)
    assert "1 documents read, 1 new" in page
    assert re.search(r'new: <a href="/incidents/inc-', page)


def test_a_review_from_the_command_line_shows_after_a_look(visit, desk_app, big):
    from bearwitness.model.review import Review

    desk = desk_app.state.desk
    with desk.store.writing("review") as writer:
        writer.add_review(
            Review(None, big["incident_id"], "regrade", "B", None, "seen", None, '"confirmed"')
        )
    desk._looked = 0.0
    reader = visit()
    reader.get("/")
    for _ in range(300):
        if not desk.catching_up:
            break
        time.sleep(0.1)
    assert reader.get(f"/api/incidents/{big['incident_id']}").json()["grade"] == "confirmed"


def others(visitor, one):
    items = visitor.get("/api/incidents").json()["items"]
    return [i["incident_id"] for i in items if i["incident_id"] != one]


@pytest.fixture
def third_follows(desk_app, visit, big):
    """A rule that takes the third incident in wherever a person merged the other two."""
    desk, one = desk_app.state.desk, big["incident_id"]
    other, third = others(visit(), one)[:2]
    plain = desk.stages.link

    def link(given):
        merged = [j for j in given.judgements if j.is_by_person and j.verdict == "same"]
        mine = [c for c in plain(replace(given, judgements=[])).incidents if c.claims]
        mention = {i.incident_id: i.mentions[0] for i in mine}
        more = []
        if merged:
            left, right = sorted((mention[one], mention[third]))
            more = [Judgement(left, right, "same", "person:rule", made_at=EARLY)]
        return plain(replace(given, judgements=[*more, *given.judgements]))

    desk.stages = replace(desk.stages, link=link)
    return one, other, third


def test_a_merge_tells_before_which_third_incident_would_come_along(visit, third_follows):
    recorder, (one, other, third) = visit("recorder"), third_follows
    page = recorder.get(f"/incidents/{one}/merge?other={other}").text
    assert "would come along" in page
    assert f'name="apart" value="{third}" checked' in page
    unasked = merge(recorder, one, other, along=[])
    assert unasked.status_code == 409
    assert "take in further incidents" in unasked.text
    assert {other, third} <= set(others(recorder, one))


def test_a_third_incident_is_kept_apart_on_a_persons_word(visit, third_follows):
    recorder, (one, other, third) = visit("recorder"), third_follows
    assert merge(recorder, one, other, apart=[third]).status_code == 303
    assert third in others(recorder, one)
    assert other not in others(recorder, one)


def test_a_third_incident_comes_along_where_a_person_lets_it(visit, third_follows):
    recorder, (one, other, third) = visit("recorder"), third_follows
    made = merge(recorder, one, other)
    assert made.status_code == 303
    left = others(recorder, made.headers["location"].rsplit("/", 1)[-1])
    assert not {other, third} & set(left)


def test_a_merge_is_refused_where_somebody_acted_on_the_other_incident(visit, big):
    recorder, one = visit("recorder"), big["incident_id"]
    other = others(recorder, one)[0]
    looked = seen(recorder, other)
    act(visit("other"), other, act="confirm")
    late = merge(recorder, one, other, seen_other=looked)
    assert late.status_code == 409
    assert "somebody else acted" in late.text
    assert 'value="one strike"' in late.text


def test_what_the_register_said_tells_merges_and_splits_with_their_parts(visit, big):
    recorder, one = visit("recorder"), big["incident_id"]
    items = {i["incident_id"]: i for i in recorder.get("/api/incidents").json()["items"]}
    other = others(recorder, one)[0]
    act(recorder, other, act="correct", field="killed.total", value="31")
    home = merge(recorder, one, other).headers["location"].rsplit("/", 1)[-1]
    page = recorder.get(f"/incidents/{home}/before").text
    merged = page[page.index("merge by recorder") :]
    before, after = merged.split("<h3>After</h3>", 1)
    assert items[one]["title"] in before
    assert "killed 31 " in before
    assert after.split("</ul>")[0].count('class="card"') == 1
    # what was done to the part is still told, and on the part
    assert "correct by recorder" in after
    assert "the hospital" in after
    moment = re.search(r'name="moment" value="(20[^"]+)"', recorder.get(f"/incidents/{home}").text)
    act(recorder, home, act="undo", value="judgement", moment=moment[1])
    undone = recorder.get(f"/incidents/{one}/before").text
    before, after = undone.split("<h3>After</h3>", 2)[:2]
    assert "undo of a merge or split" in before
    assert before.count('class="card"') == 1
    assert after.split("</ul>")[0].count('class="card"') == 2


def test_a_correction_shows_the_figure_before_and_after_even_when_a_merge_came_later(visit, big):
    recorder, one = visit("recorder"), big["incident_id"]
    act(recorder, one, act="correct", field="killed.total", value="90 96 100")
    made = merge(recorder, one, others(recorder, one)[0])
    page = recorder.get(made.headers["location"] + "/before").text
    told = page[page.index("correct by recorder") :]
    assert "95 (70–95)" in told
    assert "96 (90–100)" in told
