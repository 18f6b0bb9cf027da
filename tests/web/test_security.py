"""What must not happen: script in pages, forged forms, roles passed over, withheld words out."""

from __future__ import annotations

import gzip
import html
import io
import re

import pytest
from fastapi.routing import APIRoute
from tests.web.conftest import HOSTILE, PASSWORD

from bearwitness.web.accounts import ROLES
from bearwitness.web.jobs import safe_name
from bearwitness.web.pages import onward
from bearwitness.web.security import POLICY


def routes(app):
    """Every route with the role its guard names."""
    found, todo = [], list(app.routes)
    while todo:
        route = todo.pop()
        inner = getattr(route, "original_router", None) or getattr(route, "router", None)
        if not isinstance(route, APIRoute):
            todo += list(getattr(inner, "routes", ()))
            continue
        roles = [d.call.role for d in route.dependant.dependencies if hasattr(d.call, "role")]
        found.append((route, roles))
    return found


def filled(path: str) -> str:
    return path.replace("{incident_id}", "inc-x").replace("{document_id}", "doc-x").replace(
        "{number}", "1"
    ).replace("{claim_id}", "clm-x").replace("{dispatch_id}", "dsp-x")  # fmt: skip


def test_every_route_names_the_role_it_needs(desk_app):
    found = routes(desk_app)
    assert len(found) > 25
    assert [r.path for r, roles in found if len(roles) != 1] == []


def test_no_route_lets_a_lower_role_pass(desk_app, visit):
    people = {"nobody": visit(), **{role: visit(role) for role in ROLES}}
    for route, (role,) in routes(desk_app):
        if role not in ROLES:
            continue
        lower = ["nobody", *ROLES[: ROLES.index(role)]]
        for name in lower:
            for method in route.methods:
                visitor = people[name]
                answer = visitor.request(
                    method, filled(route.path), follow_redirects=False,
                    **({"data": {"csrf": visitor.token()}} if method == "POST" else {}),
                )  # fmt: skip
                refused = answer.status_code == 403 or (
                    answer.status_code == 303 and answer.headers["location"].startswith("/sign-in")
                )
                assert refused, (name, method, route.path, answer.status_code)


def test_nothing_is_read_without_signing_in_where_anonymous_reading_is_off(desk_app, visit):
    object.__setattr__(desk_app.state.desk.settings, "anonymous", False)
    visitor = visit()
    for route, (role,) in routes(desk_app):
        if role == "reader":
            answer = visitor.get(filled(route.path), follow_redirects=False)
            assert answer.status_code in (303, 401), route.path


def test_every_form_refuses_a_request_without_its_token(desk_app, visit):
    visitor = visit("admin")
    for route, _roles in routes(desk_app):
        if "POST" not in route.methods:
            continue
        for data in ({}, {"csrf": "0" * 64}, {"csrf": visit("lead").token()}):
            minimal = {"act": "confirm", "other": "x", "held": "yes", "verdict": "accept", **data}
            answer = visitor.post(filled(route.path), data=minimal, follow_redirects=False)
            assert answer.status_code == 403, (route.path, data, answer.text[:300])


def test_a_form_sent_from_another_site_is_refused(visit):
    visitor = visit()
    values = {"csrf": visitor.token(), "body": "words"}
    for headers in ({"origin": "https://elsewhere.example"}, {"sec-fetch-site": "cross-site"}):
        assert visitor.post("/tell", data=values, headers=headers).status_code == 403


def test_hostile_words_are_shown_as_words_everywhere(visit):
    reader, lead = visit(), visit("lead")
    reader.fill("/tell", body=f"Correction {HOSTILE}", contact=HOSTILE)
    pages = [
        "/",
        f"/?q={HOSTILE}",
        "/tolls",
        "/control",
        f"/recorded?words={HOSTILE}",
        "/inbox",
        "/tell?incident=" + HOSTILE,
    ]
    for item in lead.get("/api/incidents?q=clinic").json()["items"]:
        pages.append(f"/incidents/{item['incident_id']}")
        pages += [f"/documents/{d}" for d in item["documents"]]
    texts = [lead.get(page).text for page in pages]
    assert any("&lt;script&gt;" in text for text in texts)
    for page, text in zip(pages, texts, strict=True):
        assert "<script>alert" not in text, page
        assert "<img src=x" not in text, page
        assert "<b onclick" not in text, page


def test_every_answer_carries_the_policy(visit):
    for path in ("/", "/nowhere", "/static/desk.css", "/api/incidents", "/inbox"):
        headers = visit().get(path, follow_redirects=False).headers
        assert headers["content-security-policy"] == POLICY
        assert headers["x-content-type-options"] == "nosniff"
    assert "unsafe" not in POLICY


def plain(page: str) -> str:
    """A page's words without its marks."""
    return html.unescape(re.sub(r"<[^>]*>", "", page))


def test_withheld_words_leave_by_no_door(visit, big):
    reader, lead = visit(), visit("lead")
    texts = {d: reader.get(f"/api/documents/{d}").json()["text"] for d in big["documents"]}
    document, words = next(
        (d, line[:60])
        for d, text in texts.items()
        for line in text.split("\n")
        if len(line) > 60 and sum(line[:60] in other for other in texts.values()) == 1
    )
    text, other = texts[document], next(d for d in texts if d != document)
    lead.fill(f"/documents/{document}/hold", held="yes", why="names a witness")
    doors = [
        f"/documents/{document}", f"/documents/{document}/raw", f"/api/documents/{document}",
        "/api/documents", f"/api/incidents/{big['incident_id']}/claims",
        "/api/contradictions", "/export?form=jsonl", "/export?form=csv", "/export?form=geojson",
        f"/versions?earlier={document}&later={other}",
        f"/versions?earlier={other}&later={document}",
        f"/incidents/{big['incident_id']}", "/control", "/tolls",
        "/recorded?kind=statement",
        *(f"/api/dispatches/{d}" for d in big["dispatches"]),
    ]  # fmt: skip
    for who in (reader, visit("viewer"), visit("recorder")):
        for door in doors:
            assert words not in plain(who.get(door).text), door
        claims = who.get(f"/api/incidents/{big['incident_id']}/claims").json()["items"]
        own = [c for c in claims if c["document_id"] == document]
        assert own
        assert all(c["quote"] is None and c["attribution"] == [] for c in own)
    assert words in plain(lead.get(f"/documents/{document}").text)
    lead.fill(f"/documents/{document}/hold", held="no", why="the witness agreed")
    assert reader.get(f"/api/documents/{document}").json()["text"] == text


def test_a_speaker_whom_only_a_withheld_report_names_is_told_nowhere(visit, big):
    reader, lead = visit(), visit("lead")
    key = big["incident_id"]
    speakers = {}
    for claim in reader.get(f"/api/incidents/{key}/claims").json()["items"]:
        for speaker in claim["attribution"]:
            speakers.setdefault(speaker["name"], set()).add(claim["document_id"])
    name, document = next(
        (n, next(iter(docs))) for n, docs in speakers.items()
        if len(docs) == 1 and "hospital doctor" in n
    )  # fmt: skip
    doors = [
        f"/incidents/{key}", f"/api/incidents/{key}", "/api/incidents", "/export?form=jsonl",
        "/export?form=csv", "/api/tolls", "/tolls",
    ]  # fmt: skip
    assert name in plain(reader.get(doors[0]).text)
    lead.fill(f"/documents/{document}/hold", held="yes", why="names a witness")
    for door in doors:
        assert name not in plain(reader.get(door).text), door
    assert name in plain(lead.get(doors[0]).text)
    lead.fill(f"/documents/{document}/hold", held="no", why="they agreed")
    assert name in plain(reader.get(doors[0]).text)


def test_a_wrong_password_signs_nobody_in_and_tries_are_limited(visit, desk_app):
    visitor = visit()
    assert visitor.fill("/sign-in", name="lead", password="wrong").status_code == 401
    assert visitor.fill("/sign-in", name="nobody", password=PASSWORD).status_code == 401
    object.__setattr__(desk_app.state.desk.settings, "tries_an_hour", 2)
    assert visitor.fill("/sign-in", name="lead", password=PASSWORD).status_code == 429


def test_a_session_ends_with_signing_out_and_with_the_account(visit):
    recorder, admin = visit("recorder"), visit("admin")
    assert recorder.get("/inbox").status_code == 200
    admin.fill("/people/active", name="recorder", active="no")
    assert recorder.get("/inbox", follow_redirects=False).status_code == 303
    token = admin.cookies["bw_session"]
    admin.fill("/sign-out")
    admin.cookies.set("bw_session", token)
    assert admin.get("/people", follow_redirects=False).status_code == 303


def test_cookies_are_out_of_reach_of_scripts(visit):
    visitor = visit()
    answer = visitor.fill("/sign-in", name="lead", password=PASSWORD)
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie


@pytest.mark.parametrize(
    "path", ["//evil.example", "https://evil.example", "/\\evil.example", "x", "/a\nb"]
)
def test_signing_in_leads_to_no_other_site(path):
    assert onward(path) == "/"


@pytest.mark.parametrize(
    "name", ["../../etc/passwd.txt", "..\\..\\x.txt", "/abs/olute.txt", "a\0b.txt", "....txt"]
)
def test_a_file_name_is_never_a_path(name):
    made = safe_name(name)
    assert made.endswith(".txt")
    assert not set(made[:-4]) & set("/\\.\0")


@pytest.mark.parametrize(
    "path",
    ["/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py", "/documents/..%2f..%2fx"],
)
def test_no_path_leads_out_of_the_static_files(visit, path):
    assert visit().get(path).status_code == 404


def test_an_oversized_upload_is_refused_before_it_is_read(visit):
    visitor = visit("recorder")
    files = {"files": ("big.txt", io.BytesIO(b"x" * 1_000_000))}
    answer = visitor.post("/add", data={"csrf": visitor.token()}, files=files)
    assert answer.status_code == 413


def test_a_form_without_a_length_is_bounded_too(visit):
    def endless():
        for _ in range(100):
            yield b"body=" + b"x" * 100_000

    answer = visit().post(
        "/tell", content=endless(),
        headers={"content-type": "application/x-www-form-urlencoded"},
    )  # fmt: skip
    assert answer.status_code in (400, 413)


def test_a_zip_bomb_is_refused(visit, desk_app):
    object.__setattr__(desk_app.state.desk.settings, "unpacked", 1_000_000)
    visitor = visit("recorder")
    bomb = gzip.compress(b"\n" * 20_000_000)
    assert len(bomb) < 100_000
    files = {"files": ("bomb.jsonl.gz", io.BytesIO(bomb))}
    answer = visitor.post("/add", data={"csrf": visitor.token()}, files=files)
    assert answer.status_code == 400
    assert "unpacks to more" in answer.text


def test_a_reader_may_write_so_often_and_no_more(visit):
    visitor = visit()
    sent = [visitor.fill("/tell", body=f"note {n}").status_code for n in range(4)]
    assert sent == [200, 200, 200, 429]


def test_a_spreadsheet_gets_no_formula():
    from bearwitness.web.export import _harmless

    assert _harmless("=1+1") == "'=1+1"
    assert _harmless(-5) == -5
