"""Low, best and high: which counts make a figure, and why the others do not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.factories import (
    make_actor,
    make_claim,
    make_count,
    make_document,
    make_lineages,
    make_speaker,
)
from tests.register.conftest import Enter

from bearwitness.model.register import Entry, Figure
from bearwitness.model.span import Span

NEXT = date(2014, 11, 26)
LATER = date(2014, 11, 28)


def bounds(figure: Figure | None) -> tuple[int | None, int | None, int | None]:
    assert figure is not None
    return figure.low, figure.best, figure.high


def total(entry: Entry) -> Figure:
    figure = entry.killed["total"]
    assert figure is not None
    return figure


def why(figure: Figure, claim_id: str) -> str | None:
    return next((s.why for s in figure.set_aside if s.claim_id == claim_id), None)


def test_an_open_count_stays_open_above(enter: Enter) -> None:
    entry = enter([make_document()], [make_claim(detail=make_count(95, None))])

    assert bounds(total(entry)) == (95, 95, None)
    assert total(entry).rule == "stated"


def test_a_part_is_never_added_to_the_figure_that_holds_it(enter: Enter) -> None:
    whole = make_claim(detail=make_count(12), at=0)
    part = make_claim(detail=make_count(3, status="civilian", attributes=("children",),
                                        subset=True), at=50)  # fmt: skip
    entry = enter([make_document()], [whole, part])

    assert bounds(total(entry)) == (12, 12, 12)
    assert why(total(entry), part.claim_id) == "subset"
    assert bounds(entry.killed["children"]) == (3, 3, 3)
    assert entry.killed.get("civilian") is None


def test_the_body_wins_over_the_headline(enter: Enter) -> None:
    document = make_document(title="Raids kill 95")
    headline = make_claim(document, make_count(95), at=6, words="95")
    body = make_claim(document, make_count(97, None), at=40)
    entry = enter([document], [headline, body])

    assert bounds(total(entry)) == (97, 97, None)
    assert why(total(entry), headline.claim_id) == "headline_body_wins"


def test_a_headline_that_its_body_tells_again_counts_nothing(enter: Enter) -> None:
    document = make_document(title="Raids kill 95")
    body = make_claim(document, make_count(95, None), at=40, says="the monitor")
    again = make_count(95, derived=("headline_restates", [body.claim_id]))
    headline = make_claim(document, again, at=6, words="95")
    entry = enter([document], [headline, body])

    assert bounds(total(entry)) == (95, 95, None)
    assert total(entry).rule == "stated"
    assert total(entry).used == (body.claim_id,)
    assert why(total(entry), headline.claim_id) == "headline_restates"
    assert entry.roots == ("the monitor",)


def test_it_counts_where_the_bodys_claim_was_rejected(enter: Enter) -> None:
    document = make_document(title="Raids kill 95")
    body = make_claim(document, make_count(95, None), at=40, says="the monitor")
    again = make_count(95, derived=("headline_restates", [body.claim_id]))
    headline = make_claim(document, again, at=6, words="95")
    entry = enter([document], [headline])

    assert bounds(total(entry)) == (95, 95, 95)
    assert total(entry).rule == "stated"


def test_a_headline_s_hurt_stand_where_the_body_tells_of_one_and_of_another(enter: Enter) -> None:
    document = make_document(title="Four hurt in the square")
    headline = make_claim(document, make_count(4, outcome="injured"), at=0, words="Four")
    one = make_claim(document, make_count(1, outcome="injured"), at=40, words="a clerk")
    more = make_claim(document, make_count(1, outcome="injured"), at=80, words="another man",
                      says="the police")  # fmt: skip
    entry = enter([document], [headline, one, more])

    assert bounds(entry.injured["total"]) == (4, 4, 4)
    figure = entry.injured["total"]
    assert figure is not None
    assert why(figure, more.claim_id) == "part_of_the_stated_total"


@pytest.mark.parametrize(("words", "dead"), [("one person", 1), ("a clerk", 4)])
def test_a_death_counted_in_the_body_wins_over_the_headline_one_told_does_not(
    enter: Enter, words: str, dead: int
) -> None:
    document = make_document(title="Four shot dead in the square")
    headline = make_claim(document, make_count(4), at=0, words="Four")
    body = make_claim(document, make_count(1), at=40, words=words)

    assert bounds(total(enter([document], [headline, body]))) == (dead, dead, dead)


def test_who_counts_the_hurt_goes_before_two_who_tell_of_one(enter: Enter) -> None:
    documents = [make_document(n, publisher=f"Herald {n}") for n in "abc"]
    claims = [
        make_claim(documents[0], make_count(1, outcome="injured"), words="a clerk"),
        make_claim(documents[1], make_count(1, outcome="injured"), words="another man"),
        make_claim(documents[2], make_count(4, outcome="injured"), words="four people"),
    ]

    assert bounds(enter(documents, claims).injured["total"]) == (1, 4, 4)


def test_a_headline_alone_counts(enter: Enter) -> None:
    document = make_document(title="Raids kill 95")
    entry = enter([document], [make_claim(document, make_count(95), at=6, words="95")])

    assert bounds(total(entry)) == (95, 95, 95)


def test_a_later_count_of_one_source_supersedes_its_earlier_one(enter: Enter) -> None:
    first, second = make_document("one"), make_document("two", day=NEXT)
    early = make_claim(first, make_count(63, None), says="Observatory")
    risen = make_claim(second, make_count(95, None), says="Observatory")
    entry = enter([first, second], [early, risen])

    assert bounds(total(entry)) == (95, 95, None)
    assert why(total(entry), early.claim_id) == "superseded"
    assert [(s.low, s.superseded_by) for s in entry.development] == [
        (63, risen.claim_id),
        (95, None),
    ]


def test_another_source_stands_beside_and_widens_the_range(enter: Enter) -> None:
    one, two, three = make_document("one"), make_document("two"), make_document("three")
    claims = [
        make_claim(one, make_count(95), says="Observatory"),
        make_claim(two, make_count(95), says="Observatory"),
        make_claim(three, make_count(115), says="Documentation Centre"),
    ]
    entry = enter([one, two, three], claims)

    assert bounds(total(entry)) == (95, 95, 115)
    assert total(entry).rule == "range_of_sources"


def test_a_lower_bound_carries_what_meets_it_and_is_of_its_size(enter: Enter) -> None:
    documents = [make_document(name) for name in ("one", "two", "three")]
    counts = (make_count(8, None), make_count(8, None), make_count(10))
    claims = [
        make_claim(document, count, says=says)
        for document, count, says in zip(
            documents, counts, ("Police", "Mayor", "Red Cross"), strict=True
        )
    ]
    assert bounds(total(enter(documents, claims))) == (8, 10, 10)
    far = [*claims[:2], make_claim(documents[2], make_count(30), says="Red Cross")]
    assert bounds(total(enter(documents, far))) == (8, 8, 30)


@pytest.mark.parametrize(
    ("words", "superseded"),
    [("The death toll has risen to {}.", None), ("{} are dead, up from 63.", 63)],
)
def test_a_count_that_another_report_tells_to_be_earlier_steps_back(
    enter: Enter, words: str, superseded: int | None
) -> None:
    one, two, three = make_document("one"), make_document("two"), make_document("later", day=None)
    early = [
        make_claim(one, make_count(63), says="Police"),
        make_claim(two, make_count(63), says="Red Cross"),
    ]
    told = words.format("80")
    at = told.index("80")
    now = [replace(make_claim(three, make_count(80)), span=Span.cut(told, at, at + 2),
                   sentence=Span.cut(told, 0, len(told)))]  # fmt: skip
    if superseded is not None:
        now.append(make_claim(three, make_count(superseded, superseded=True), at=60))
    figure = total(enter([one, two, three], [*early, *now]))

    assert bounds(figure) == (80, 80, 80)
    assert why(figure, early[0].claim_id) == "outgrown"


def test_a_count_given_after_the_toll_rose_is_not_outgrown(enter: Enter) -> None:
    one, later = make_document("one"), make_document("later", day=LATER)
    told = "The death toll has risen to 80."
    now = replace(make_claim(one, make_count(80)), span=Span.cut(told, 27, 29),
                  sentence=Span.cut(told, 0, len(told)))  # fmt: skip
    figure = total(enter([one, later], [now, make_claim(later, make_count(63), says="Police")]))

    assert figure.low == 63


def test_a_report_s_own_smaller_number_is_part_of_what_it_quotes(enter: Enter) -> None:
    documents = [make_document(name) for name in ("one", "two", "three")]
    claims = [make_claim(document, make_count(5), at=50) for document in documents]
    claims.append(make_claim(documents[2], make_count(61), at=10, says="Police"))
    entry = enter(documents, claims)

    assert bounds(total(entry)) == (5, 5, 61)
    assert why(total(entry), claims[2].claim_id) == "part_of_the_stated_total"


@pytest.mark.parametrize(
    "told", ["Doctors received 17 bodies.", "Of 17 victims who had been identified, ten were old."]
)
def test_bodies_taken_in_are_no_lower_bound_beside_a_far_higher_count(
    enter: Enter, told: str
) -> None:
    one, two = make_document("one"), make_document("two")
    at = told.index("17")
    bodies = replace(make_claim(one, make_count(17)), span=Span.cut(told, at, at + 2),
                     sentence=Span.cut(told, 0, len(told)))  # fmt: skip
    figure = total(enter([one, two], [bodies, make_claim(two, make_count(80), says="Police")]))

    assert bounds(figure) == (80, 80, 80)
    assert why(figure, bodies.claim_id) == "floor_met_by_a_count"


def test_an_old_count_printed_late_does_not_come_back(enter: Enter) -> None:
    documents = [make_document("one"), make_document("two", day=NEXT),
                 make_document("three", day=LATER)]  # fmt: skip
    claims = [
        make_claim(documents[0], make_count(63), says="Observatory"),
        make_claim(documents[1], make_count(95), says="Observatory"),
        make_claim(documents[2], make_count(63), says="Observatory"),
    ]
    assert bounds(total(enter(documents, claims))) == (95, 95, 95)


def test_takes_of_one_dispatch_supersede_in_order_without_dates(enter: Enter) -> None:
    first, second = make_document("one", day=None), make_document("two", day=None)
    claims = [make_claim(first, make_count(63)), make_claim(second, make_count(95))]
    entry = enter([first, second], claims, make_lineages((first, second)))

    assert bounds(total(entry)) == (95, 95, 95)


def test_two_counts_of_one_source_and_day_both_stand(enter: Enter) -> None:
    one, two = make_document("one"), make_document("two")
    claims = [
        make_claim(one, make_count(70), says="Committees"),
        make_claim(two, make_count(87), says="Committees"),
    ]
    figure = total(enter([one, two], claims))

    assert (figure.low, figure.high) == (70, 87)


def test_a_count_the_text_itself_replaces_is_set_aside(enter: Enter) -> None:
    old = make_claim(detail=make_count(63, superseded=True), at=90)
    new = make_claim(detail=make_count(95), at=10)
    figure = total(enter([make_document()], [old, new]))

    assert bounds(figure) == (95, 95, 95)
    assert why(figure, old.claim_id) == "superseded_in_text"


@pytest.mark.parametrize("scope", ["window", "cumulative"])
def test_a_wider_count_never_enters_the_incident(enter: Enter, scope: str) -> None:
    wide = make_claim(detail=make_count(135, scope=scope), at=90)
    own = make_claim(detail=make_count(95), at=10)
    figure = total(enter([make_document()], [wide, own]))

    assert bounds(figure) == (95, 95, 95)
    assert why(figure, wide.claim_id) == scope


def test_unknown_is_a_figure_without_numbers_and_never_the_difference(enter: Enter) -> None:
    claims = [
        make_claim(detail=make_count(95, None), at=0),
        make_claim(detail=make_count(52, status="civilian", subset=True), at=40),
        make_claim(detail=make_count(None, None, qualifier="unknown", status="combatant",
                                     statement="unknown_number"), at=80),
    ]  # fmt: skip
    entry = enter([make_document()], claims)
    figure = entry.killed["combatant"]

    assert bounds(figure) == (None, None, None)
    assert figure is not None
    assert figure.rule == "stated_unknown"
    assert figure.used == (claims[2].claim_id,)


def test_a_number_outweighs_another_source_that_does_not_know(enter: Enter) -> None:
    one, two = make_document("one"), make_document("two")
    unknown = make_claim(one, make_count(None, None, qualifier="unknown",
                                         statement="unknown_number"))  # fmt: skip
    entry = enter([one, two], [unknown, make_claim(two, make_count(4))])

    assert bounds(total(entry)) == (4, 4, 4)
    assert why(total(entry), unknown.claim_id) == "a_number_is_stated"


def test_nothing_said_is_no_figure(enter: Enter) -> None:
    entry = enter([make_document()], [make_claim(detail=make_count(3))])

    assert entry.injured == {}
    assert entry.killed.get("civilian") is None


def test_a_derived_share_names_its_premises(enter: Enter) -> None:
    whole = make_claim(detail=make_count(95, None), at=0)
    share = make_claim(detail=make_count(None, None, qualifier="more_than", status="civilian",
                                         subset=True), at=40, says="Observatory")  # fmt: skip
    floor = make_claim(
        detail=make_count(48, None, status="civilian", subset=True,
                          derived=("share_of_total", [whole.claim_id, share.claim_id])),
        at=40, says="Observatory",
    )  # fmt: skip
    entry = enter([make_document()], [whole, share, floor])
    figure = entry.killed["civilian"]

    assert bounds(figure) == (48, 48, None)
    assert figure is not None
    assert figure.rule == "share_of_total"
    assert why(figure, share.claim_id) == "premise"
    assert bounds(total(entry)) == (95, 95, None)


def test_an_implied_floor_yields_to_a_count_that_meets_it(enter: Enter) -> None:
    floor = make_claim(detail=make_count(48, None, status="civilian", subset=True,
                                         derived=("share_of_total", ["x"])), at=0)  # fmt: skip
    count = make_claim("two", make_count(52, status="civilian", subset=True), says="Observatory")
    entry = enter([make_document("one"), make_document("two")], [floor, count])

    assert bounds(entry.killed["civilian"]) == (52, 52, 52)


def test_parts_named_as_premises_give_way_to_their_sum(enter: Enter) -> None:
    one = make_claim(detail=make_count(1, status="combatant"), at=0)
    two = make_claim(detail=make_count(2, status="civilian"), at=20)
    summed = make_claim(
        detail=make_count(3, derived=("sum_of_parts", [one.claim_id, two.claim_id])), at=0
    )
    entry = enter([make_document()], [one, two, summed])

    assert bounds(total(entry)) == (3, 3, 3)
    assert total(entry).rule == "sum_of_parts"
    assert why(total(entry), two.claim_id) == "part_of_a_sum"
    assert bounds(entry.killed["civilian"]) == (2, 2, 2)


def test_counts_by_status_add_up_where_nobody_counts_all(enter: Enter) -> None:
    claims = [
        make_claim(detail=make_count(20, status="civilian"), at=0),
        make_claim(detail=make_count(9, None, status="combatant"), at=60),
    ]
    figure = total(enter([make_document()], claims))

    assert bounds(figure) == (29, 29, None)
    assert figure.rule == "sum_of_statuses"


def test_the_dead_of_both_sides_add_up(enter: Enter) -> None:
    claims = [
        make_claim(detail=make_count(27, status="combatant", side="Northern Front"), at=0),
        make_claim(detail=make_count(4, status="combatant", side="soldiers"), at=60),
    ]
    state, front = (
        make_actor("Government of Syria", "gov-sy"),
        make_actor("Northern Front", "reb-n"),
    )
    entry = enter([make_document()], [replace(c, by=state, against=front) for c in claims])

    assert bounds(total(entry)) == (31, 31, 31)
    assert total(entry).rule == "sum_of_statuses"
    assert bounds(entry.killed["combatant_a"]) == (4, 4, 4)
    assert bounds(entry.killed["combatant_b"]) == (27, 27, 27)


def test_soldiers_of_two_counts_do_not_add_up(enter: Enter) -> None:
    claims = [
        make_claim(detail=make_count(9, status="combatant", side="soldiers"), at=0),
        make_claim(detail=make_count(4, status="combatant", side="soldiers"), at=60),
    ]
    assert bounds(total(enter([make_document()], claims))) == (9, 9, 9)


def test_sources_in_an_army_may_gainsay_it(enter: Enter) -> None:
    claims = [
        make_claim(detail=make_count(4), says="the army", at=0),
        make_claim(detail=make_count(47), says="two military sources", at=60),
    ]
    entry = enter([make_document()], claims)

    assert (total(entry).low, total(entry).high) == (4, 47)


def test_a_person_singled_out_is_no_total(enter: Enter) -> None:
    person = make_claim(detail=make_count(1, scope="part", attributes=("named",)), at=60)
    figure = total(enter([make_document()], [person, make_claim(detail=make_count(4), at=0)]))

    assert bounds(figure) == (4, 4, 4)


def test_one_told_by_a_role_is_no_rival_of_a_list_that_adds_up(enter: Enter) -> None:
    document = make_document()
    listed = make_claim(document, make_count(4, derived=("sum_of_parts", ["x", "y"])), at=0)
    one = make_claim(document, make_count(1), at=50, says="investigators")
    figure = total(enter([document], [listed, one]))

    assert bounds(figure) == (4, 4, 4)
    assert why(figure, one.claim_id) == "person_or_part"


def test_pieces_step_back_before_a_total_of_the_same_report(enter: Enter) -> None:
    document = make_document()
    whole = make_claim(document, make_count(28, None), at=0)
    pieces = make_claim(document, make_count(18, derived=("sum_of_parts", ["x", "y"])), at=50,
                        says="spokesman of the interior ministry")  # fmt: skip
    figure = total(enter([document], [whole, pieces]))

    assert bounds(figure) == (28, 28, None)
    assert why(figure, pieces.claim_id) == "part_of_the_stated_total"


def test_people_of_another_side_told_in_its_own_voice_add_to_the_source_s(enter: Enter) -> None:
    document = make_document()
    sides = {"by": make_actor("Government of X", "gov-x"), "against": make_actor("Y", "reb-y")}
    rebels = make_claim(document, make_count(31, status="combatant", side="Y"), at=0,
                        says="police", **sides)  # type: ignore[arg-type]  # fmt: skip
    soldiers = make_claim(document, make_count(2, status="combatant", side="Government of X"),
                          at=50, **sides)  # type: ignore[arg-type]  # fmt: skip
    figure = total(enter([document], [rebels, soldiers]))

    assert bounds(figure) == (33, 33, 33)
    assert figure.rule == "sum_of_statuses"


def test_fighters_counted_beside_a_sum_of_others_are_no_rival_total(enter: Enter) -> None:
    document = make_document()
    victims = make_claim(document, make_count(38, derived=("sum_of_parts", ["x", "y"])), at=0,
                         says="health minister")  # fmt: skip
    attackers = make_claim(document, make_count(5, status="combatant", side="gunmen"), at=50)
    figure = total(enter([document], [victims, attackers]))

    assert bounds(figure) == (38, 38, 38)
    assert why(figure, attackers.claim_id) == "fighters_beside_a_sum"


def test_vague_words_keep_their_interval_and_yield_to_numbers(enter: Enter) -> None:
    vague = make_claim(detail=make_count(24, None, qualifier="vague"), words="dozens")
    alone = total(enter([make_document()], [vague]))
    beside = total(
        enter([make_document("one"), make_document("two")],
              [vague, make_claim("two", make_count(31), says="Observatory")])
    )  # fmt: skip

    assert (bounds(alone), alone.rule) == ((24, 24, None), "vague_words")
    assert bounds(beside) == (31, 31, 31)
    assert why(beside, vague.claim_id) == "vague_beside_a_number"


def test_an_upper_bound_alone_is_open_below(enter: Enter) -> None:
    figure = total(enter([make_document()], [make_claim(detail=make_count(None, 20))]))

    assert bounds(figure) == (None, 20, 20)
    assert figure.rule == "upper_bound_only"


def test_denied_counts_are_set_aside(enter: Enter) -> None:
    denied = make_claim(detail=make_count(5), hedge="denied", says="the army")
    entry = enter([make_document("one"), make_document("two")],
                  [denied, make_claim("two", make_count(5))])  # fmt: skip

    assert why(total(entry), denied.claim_id) == "denied"
    assert entry.grade == "contested"


def test_no_casualties_reported_yields_to_any_count(enter: Enter) -> None:
    none = make_claim("one", make_count(0, 0, statement="none_reported"))
    entry = enter([make_document("one"), make_document("two")],
                  [none, make_claim("two", make_count(2))])  # fmt: skip

    assert bounds(total(entry)) == (2, 2, 2)
    assert why(total(entry), none.claim_id) == "none_reported_beside_a_count"


def test_a_second_hand_count_far_above_all_others_stands_apart(enter: Enter) -> None:
    documents = [make_document(n) for n in ("one", "two", "three")]
    far = make_claim(
        documents[2], make_count(220, None),
        says=[make_speaker("Red Crescent"), make_speaker("Documentation Centre")],
    )  # fmt: skip
    claims = [
        make_claim(documents[0], make_count(95), says="Observatory"),
        make_claim(documents[1], make_count(80), says="Committees"),
        far,
    ]
    figure = total(enter(documents, claims))

    assert bounds(figure) == (80, 95, 95)
    assert why(figure, far.claim_id) == "second_hand_far_above_the_others"


def test_those_shot_less_those_killed_are_the_injured(enter: Enter) -> None:
    claims = [
        make_claim(detail=make_count(5, outcome="casualties"), at=0),
        make_claim(detail=make_count(2), at=30),
    ]
    figure = enter([make_document()], claims).injured["total"]

    assert bounds(figure) == (3, 3, 3)
    assert figure is not None
    assert figure.rule == "harmed_less_killed"
    assert set(figure.used) == {c.claim_id for c in claims}


def test_others_shot_beside_the_dead_are_all_injured(enter: Enter) -> None:
    text = "Four others were shot."
    document = make_document(text=text)
    shot = make_claim(document, make_count(4, outcome="casualties"), at=0, words="Four",
                      sentence=Span.cut(text, 0, len(text)))  # fmt: skip
    entry = enter([document], [shot, make_claim(document, make_count(2), at=50)])

    assert bounds(entry.injured["total"]) == (4, 4, 4)


def test_a_count_of_the_injured_is_never_replaced(enter: Enter) -> None:
    claims = [
        make_claim(detail=make_count(9, outcome="casualties"), at=0),
        make_claim(detail=make_count(2), at=30),
        make_claim(detail=make_count(6, outcome="injured"), at=60),
    ]
    assert bounds(enter([make_document()], claims).injured["total"]) == (6, 6, 6)


def test_every_claim_of_a_figure_is_used_or_set_aside(enter: Enter) -> None:
    details = [
        make_count(95, None),
        make_count(52, status="civilian", subset=True),
        make_count(135, scope="window"),
        make_count(63, superseded=True),
        make_count(24, None, qualifier="vague"),
        make_count(None, None, qualifier="unknown", statement="unknown_number"),
    ]
    claims = [make_claim(detail=d, at=20 * i) for i, d in enumerate(details)]
    figure = total(enter([make_document()], claims))
    told = {*figure.used, *(s.claim_id for s in figure.set_aside)}

    assert told == {c.claim_id for c in claims}
    assert not set(figure.used) & {s.claim_id for s in figure.set_aside}


def test_a_child_among_more_dead_is_no_count_of_civilians(enter: Enter) -> None:
    child = make_count(1, status="civilian", attributes=("children",))
    alone = enter([make_document()], [make_claim(detail=child)])
    among = enter([make_document()], [make_claim(detail=child, at=0),
                                      make_claim(detail=make_count(4), at=40)])  # fmt: skip

    assert bounds(alone.killed["civilian"]) == (1, 1, 1)
    assert among.killed.get("civilian") is None
    assert bounds(among.killed["children"]) == (1, 1, 1)


def test_parts_without_a_whole_make_no_figure(enter: Enter) -> None:
    part = make_claim(detail=make_count(9, subset=True))

    assert enter([make_document()], [part]).killed == {}
