"""Components, their guard against chains, and their order."""

from __future__ import annotations

from datetime import datetime

from bearwitness.lineage.group import Link, backbone, components, nearest, order_of_takes


def test_weak_link_does_not_weld_two_groups() -> None:
    links = [
        Link("a", "b", 0.99),
        Link("b", "c", 0.99),
        Link("a", "c", 0.99),
        Link("c", "x", 0.55),
        Link("x", "y", 0.99),
    ]
    assert [names for names, _ in components(links)] == [("a", "b", "c"), ("x", "y")]


def test_weak_links_join_where_the_groups_are_alike() -> None:
    links = [Link("a", "b", 0.99), Link("a", "x", 0.55), Link("b", "x", 0.6)]
    assert [names for names, _ in components(links)] == [("a", "b", "x")]


def test_circle_of_precedence_gives_way_at_its_weakest() -> None:
    links = [
        Link("a", "b", 0.9, sign=-1, weight=6),
        Link("b", "c", 0.9, sign=-1, weight=5),
        Link("a", "c", 0.9, sign=1, weight=3),
    ]
    assert order_of_takes(("a", "b", "c"), links, {}) == ("a", "b", "c")


def test_open_order_goes_by_stamp_then_id() -> None:
    stamps = {"b": datetime(2020, 1, 2), "c": datetime(2020, 1, 1)}
    assert order_of_takes(("a", "b", "c"), [], stamps) == ("c", "b", "a")


def test_backbone_is_a_tree_of_the_surest_links() -> None:
    links = [Link("a", "b", 0.6), Link("b", "c", 0.9), Link("a", "c", 0.8)]
    assert [(k.left, k.right) for k in backbone(links)] == [("b", "c"), ("a", "c")]


def test_nearest_goes_by_the_weakest_link_on_the_way() -> None:
    tree = [Link("a", "b", 0.6), Link("a", "c", 0.9), Link("c", "d", 0.8)]
    assert nearest("a", tree, ["b", "d"]) == "d"
    assert nearest("a", tree, ["z"]) is None
