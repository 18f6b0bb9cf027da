"""A recorder's acts: kept, attributed, undone by another act, never lost to a colleague's."""

from __future__ import annotations

import re
import time

import pytest


def seen(visitor, incident):
    page = visitor.get(f"/incidents/{incident}").text
    found = re.search(r'name="seen" value="(\d+)"', page)
    assert found
    return found[1]


def act(visitor, incident, **values):
    values.setdefault("seen", seen(visitor, incident))
    values.setdefault("why", "the hospital's list")
    return visitor.fill(f"/incidents/{incident}/acts", **values)


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
    made = recorder.fill(
        f"/incidents/{one}/merge", other=other["incident_id"], why="one strike",
        seen=seen(recorder, one),
    )  # fmt: skip
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
