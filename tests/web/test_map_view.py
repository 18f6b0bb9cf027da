"""The map gets few marks, and every incident is behind exactly one of them."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bearwitness.web.map_view import View
from bearwitness.web.rows import mercator_cell


def marks(visitor, **asked):
    return visitor.get("/map.json", params=asked).json()["features"]


def test_every_located_incident_is_behind_one_mark_at_every_zoom(visit):
    visitor = visit()
    items = visitor.get("/api/incidents?per_page=200").json()["items"]
    located = sum(i["place"] is not None and i["place"]["lat"] is not None for i in items)
    assert located
    for zoom in (0, 3, 8, 14):
        found = marks(visitor, zoom=zoom)
        assert sum(f["properties"]["n"] for f in found) == located


def test_nearer_there_are_at_least_as_many_marks(visit):
    visitor = visit()
    counts = [len(marks(visitor, zoom=zoom)) for zoom in (0, 2, 4, 6, 8, 10)]
    assert counts == sorted(counts)


def test_a_frame_leaves_out_what_lies_far_outside(visit):
    visitor = visit()
    assert marks(visitor, zoom=6, frame="30,30,45,40")
    assert marks(visitor, zoom=6, frame="-60,-30,-50,-20") == []


def test_the_box_of_a_mark_finds_its_incidents(visit):
    visitor = visit()
    for mark in marks(visitor, zoom=4):
        found = visitor.get("/api/incidents", params={"box": mark["properties"]["box"]}).json()
        assert found["total"] == mark["properties"]["n"]


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.text(max_size=20), st.text(max_size=40))
def test_any_address_is_a_view(zoom, frame):
    assert 0 <= View.of(zoom, frame).zoom <= 14


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.floats(-180, 180), st.floats(-90, 90), st.integers(0, 14))
def test_a_frame_around_a_place_holds_its_cell(lon, lat, zoom):
    west, east = max(-180.0, lon - 1), min(180.0, lon + 1)
    south, north = max(-85.0, lat - 1), min(85.0, lat + 1)
    if south >= north:
        return
    view = View.of(str(zoom), f"{west:.4f},{south:.4f},{east:.4f},{north:.4f}")
    across, down = mercator_cell(lon, min(max(lat, south), north))
    assert view.frame is not None
    left, right, top, bottom = view.frame
    assert left <= across < right
    assert top <= down < bottom
