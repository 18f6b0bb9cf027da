from __future__ import annotations

import pytest
from tests.claims.test_extract import Atlas
from tests.factories import make_document

from bearwitness.claims.extract import Extractor
from bearwitness.model.claim import Casualty

READER = Extractor(Atlas())


def counts(text: str, outcome: str) -> list[Casualty]:
    claims = sorted(
        READER.extract(make_document(text=text, title=None)), key=lambda c: c.span.start
    )
    return [c.casualty for c in claims if c.casualty and c.casualty.outcome == outcome]


def added(text: str, outcome: str = "killed") -> list[int | None]:
    return [
        c.low
        for c in counts(text, outcome)
        if c.derived is not None and c.derived.rule == "sum_of_additional"
    ]


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("Gunmen shot dead a mayor in the market. His driver was also killed.", 2),
        (
            "A judge was shot dead by gunmen in the square. The driver, whom nobody has yet named, "
            "was also killed.",
            2,
        ),
        (
            "A bomber killed three people at a gate. Witnesses said the bomber, who was also "
            "killed, had run from guards.",
            4,
        ),
        (
            "The minister was assassinated in an attack in which two guards were also killed.",
            3,
        ),
        (
            "A mayor was killed by rebels. His son, a clerk and a guard were also killed in the "
            "ambush.",
            4,
        ),
        ("A traveller was killed when raiders fired on a van. A guide also was killed.", 2),
        ("Raiders killed eight members of a family. A guest also lost his life.", 9),
        ("A guard was killed at a gate. Four other people were killed inside.", 5),
    ],
)
def test_who_was_also_killed_is_added_to_those_told_before(text: str, total: int) -> None:
    assert added(text) == [total]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen shot dead a mayor in the market. The man was killed at noon.",
        "A blast killed five people in a mill. Two others were killed, the owner said.",
        "Six people were killed in a hamlet. Four of the dead were boys while an unarmed member of "
        "the hamlet's old watch also died.",
        "Two guards were wounded in the raid. A clerk was also killed.",
    ],
)
def test_those_told_again_or_of_another_outcome_are_not_added(text: str) -> None:
    assert added(text) == []


def test_one_of_them_is_no_part_of_a_count_that_nobody_gives() -> None:
    text = "Five clerks were at work when the bomb exploded; one of them was injured."
    assert [(c.low, c.subset) for c in counts(text, "injured")] == [(1, False)]


def test_one_of_them_is_a_part_where_as_many_are_counted() -> None:
    text = "Five clerks were injured when the bomb exploded. One of them was injured in the head."
    assert [(c.low, c.subset) for c in counts(text, "injured")][-1] == (1, True)


def test_one_of_the_wounded_who_died_later_is_one_more_of_the_dead() -> None:
    text = "Two porters were killed and nine hurt by a bomb. One of the wounded died a day later."
    assert added(text) == [3]


def test_who_died_at_once_and_who_later_are_parts_of_the_toll() -> None:
    text = (
        "Rebels attacked a post and killed four guards. Three died at once and one of the wounded "
        "died in hospital."
    )
    assert added(text) == []


def test_a_body_found_is_one_of_those_told_before() -> None:
    text = "Gunmen shot dead a man and his son at home. A body was found in the yard, police said."
    assert [c.subset for c in counts(text, "killed") if c.derived is None][-1]


def test_who_was_also_killed_in_another_attack_is_not_added() -> None:
    text = (
        "Bandits killed 13 people in a raid on a town, while one person was also killed in another "
        "attack on a village."
    )
    assert added(text) == []


def test_more_hurt_told_beside_the_dead_add_to_no_hurt_told_before() -> None:
    text = (
        "Gunmen killed 22 people and wounded 16 others. A chief confirmed the toll of 22 dead and "
        "said 16 more were badly hurt."
    )
    assert added(text, "injured") == []


def test_one_of_the_victims_is_no_part_where_nobody_counts_the_dead() -> None:
    text = "Three people were shot in a yard. One of the victims was pronounced dead at the scene."
    assert [(c.low, c.subset) for c in counts(text, "killed")] == [(1, False)]


@pytest.mark.parametrize(
    "text",
    [
        "The toll of the blast has now risen to 11, officials said. A spokesman confirmed that two "
        "more people had died of their wounds.",
        "At least 11 people were killed in the blast. Six bodies were received at the hospital.",
    ],
)
def test_those_whom_a_toll_holds_already_are_its_part(text: str) -> None:
    assert [(c.low, c.subset) for c in counts(text, "killed")][-1][1]
    assert added(text) == []


def test_a_list_of_persons_is_of_the_event_that_they_died_in() -> None:
    text = (
        "Gunmen killed 30 villagers on Monday. The attack comes a week after an ambush on a "
        "patrol, during which two reporters and a ranger were killed."
    )
    claims = READER.extract(make_document(text=text, title=None))
    (total,) = [c for c in claims if c.casualty and c.casualty.low == 3]
    (two,) = [c for c in claims if c.casualty and c.casualty.low == 2]
    (thirty,) = [c for c in claims if c.casualty and c.casualty.low == 30]
    assert total.mention == two.mention != thirty.mention


@pytest.mark.parametrize(
    "text",
    [
        "Eleven people were wounded by gunmen. Two other victims were also in critical condition.",
        "Eleven people were shot in a park. Two of them died. The other nine were wounded.",
        "Eleven people were shot in a park. Two are in serious but stable condition.",
    ],
)
def test_those_in_a_condition_and_the_others_are_a_part_of_all_who_were_hit(text: str) -> None:
    assert [c.low for c in counts(text, "injured") if not c.subset and c.low != 11] == []


def test_those_in_a_condition_are_no_part_where_nobody_counts_more() -> None:
    text = "A gunman shot people in a park. Two are in critical condition."
    assert [(c.low, c.subset) for c in counts(text, "injured")] == [(2, False)]
