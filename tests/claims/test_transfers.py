"""Arms: what goes from whom to whom, and how far it has come."""

from __future__ import annotations

import pytest
from tests.claims.other_kinds import told

from bearwitness.model.claim import Transfer


def arms(text: str) -> list[Transfer]:
    return [c.detail for c in told("transfer", text) if isinstance(c.detail, Transfer)]


@pytest.mark.parametrize(
    ("text", "origin", "recipient", "status"),
    [
        ("France delivered tanks to Ukraine after the bombing.", "France", "Ukraine", "delivered"),
        ("Germany halted arms sales to Turkey after the raid.", "Germany", "Turkey", "suspended"),
        ("Russian deliveries of missiles to Syria went on after the raid.",
         "Government of Russia", "Syria", "delivered"),
        ("Ukraine is negotiating on buying tanks from Germany after the raid.",
         "Germany", "Ukraine", "sought"),
        ("An arms shipment to El Salvador was seized by Honduran soldiers after the raid.",
         None, "El Salvador", "blocked"),
    ],
)  # fmt: skip
def test_ends_and_status(text: str, origin: str | None, recipient: str, status: str) -> None:
    [one] = arms(text)
    assert (one.origin, one.recipient, one.status) == (origin, recipient, status)


def test_weapons_told_twice_do_not_share_their_sender() -> None:
    found = arms(
        "France sold weapons to Egypt after the raid. Officials said that weapons were delivered "
        "to Libya after the bombing."
    )
    assert {(t.origin, t.recipient) for t in found} == {("France", "Egypt"), (None, "Libya")}


@pytest.mark.parametrize(
    "text",
    [
        "The rebels delivered their weapons to a commission after the bombing.",
        "The army sent tanks into the town after the bombing.",
        "Russia has not delivered missiles to Syria since the bombing.",
        "The army fired missiles supplied with care at Syria after the bombing.",
    ],
)
def test_fighting_handing_in_and_denials_are_no_transfers(text: str) -> None:
    assert arms(text) == []


def test_a_peoples_name_before_an_item_tells_who_made_it() -> None:
    [one] = arms("The United States sold Soviet rifles to Somalia. Shelling killed nine.")
    assert (one.origin, one.recipient) == ("United States", "Somalia")


@pytest.mark.parametrize(
    "text",
    [
        "The patrols are meant to prevent the delivery of weapons to the rebels. Nine were killed.",
        "Libya denied reports that it is supplying rifles to the rebels. Shelling killed nine.",
        "The town received fire from tanks of the army, and shells killed nine people.",
    ],
)
def test_what_is_denied_or_only_to_be_stopped_is_no_transfer(text: str) -> None:
    assert arms(text) == []


def test_what_arrives_in_a_country_is_delivered_to_it() -> None:
    [claim] = told(
        "transfer", "The first shipment of Dutch heavy weapons arrived in Ukraine, a minister said."
    )
    assert isinstance(claim.detail, Transfer)
    assert (claim.detail.status, claim.detail.recipient) == ("delivered", "Ukraine")


def test_who_promised_other_weapons_sends_none_of_these() -> None:
    [claim] = told(
        "transfer",
        "In May, Norway promised to send nine artillery systems, besides five promised by Canada.",
    )
    assert isinstance(claim.detail, Transfer)
    assert claim.detail.origin == "Norway"


def test_a_buyers_name_is_no_part_of_the_item() -> None:
    [claim] = told("transfer", "The Senate voted to block US arms sales to Saudi Arabia.")
    assert isinstance(claim.detail, Transfer)
    assert (claim.detail.item, claim.detail.recipient) == ("arms", "Saudi Arabia")


def test_weapons_that_are_seized_on_their_way_are_blocked() -> None:
    [claim] = told(
        "transfer",
        "The Turkish navy intercepted two containers of weapons destined for Libyan rebels.",
    )
    assert isinstance(claim.detail, Transfer)
    assert claim.detail.status == "blocked"


def test_arms_that_could_have_been_sent_on_are_no_transfer() -> None:
    assert (
        arms("Any arms shipped there could have been smuggled across the border to rebels.") == []
    )


WAR = " The war and the shelling of the town by rebels went on."


def ends(text: str) -> list[tuple[str, str | None, str | None, str]]:
    """Item, sender, recipient and status of each transfer, states without their office."""
    found = [c.detail for c in told("transfer", text + WAR)]
    short = "Government of "
    return [
        (d.item, d.origin and d.origin.removeprefix(short),
         d.recipient and d.recipient.removeprefix(short), d.status)
        for d in found if isinstance(d, Transfer)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "told_of"),
    [
        # weapons told by their designation alone
        ("Denmark donated 19 F-16s to Ukraine.", ("F-16s", "Denmark", "Ukraine", "delivered")),
        (
            "Chad has signed a deal to buy four Rafale jets from France.",
            ("Rafale jets", "France", "Chad", "announced"),
        ),
        # how far it has come, by what governs the goods
        (
            "Russia has completed delivery of the first batch of S-400 missiles to India.",
            ("S-400 missiles", "Russia", "India", "delivered"),
        ),
        (
            "Norway announced on Friday that it was suspending licences for arms exports to Chad.",
            ("arms", "Norway", "Chad", "suspended"),
        ),
        (
            "The State Department has approved the sale of Javelin missiles to Estonia.",
            ("Javelin missiles", "United States", "Estonia", "announced"),
        ),
        # on its way, and caught
        (
            "The navy seized over 900 AK-47 rifles that were sent from Iran to the Houthis.",
            ("AK-47 rifles", "Iran", "Houthis", "blocked"),
        ),
        # whose goods they are, where nobody else is told to have sent them
        (
            "Mali on Thursday received a batch of Turkish combat drones.",
            ("combat drones", "Turkey", "Mali", "delivered"),
        ),
        # who acts, with a speech in between
        (
            "Kenya told the United States it wanted to buy Bell helicopters last year.",
            ("helicopters", None, "Kenya", "sought"),
        ),
    ],
)
def test_ends_and_status_of_arms_deals(
    text: str, told_of: tuple[str, str | None, str | None, str]
) -> None:
    assert ends(text) == [told_of]


@pytest.mark.parametrize(
    "text",
    [
        "The army seized rifles and grenades in the village.",
        "Once notified, parliament has 15 days to approve or block the sale of missiles to Chad.",
        "Supplying weapons to the Houthis violates a resolution.",
        "The army said the weapons delivery was of no importance.",
    ],
)
def test_no_goods_on_their_way(text: str) -> None:
    assert ends(text) == []
