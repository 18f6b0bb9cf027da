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
         "Russia", "Syria", "delivered"),
        ("Ukraine is negotiating on buying tanks from Germany after the raid.",
         "Germany", "Ukraine", "sought"),
        ("An arms shipment to El Salvador was seized by Honduran soldiers after the raid.",
         None, "El Salvador", "blocked"),
    ],
)  # fmt: skip
def test_ends_and_status(text: str, origin: str | None, recipient: str, status: str) -> None:
    [one] = arms(text)
    assert (one.origin, one.recipient, one.status) == (origin, recipient, status)


@pytest.mark.parametrize(
    "others", ["", "The French ambassador met the minister in Doha after the raid. "]
)
def test_a_government_that_nobody_names_is_an_open_recipient_and_never_the_senders_own(
    others: str,
) -> None:
    [one] = arms(others + "Russia delivered armoured vehicles to the government after the raid.")
    assert (one.origin, one.recipient) == ("Russia", None)


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
    [claim] = told("transfer", "France said it would halt US arms sales to Saudi Arabia.")
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


@pytest.mark.parametrize(
    ("text", "told_of"),
    [
        # who receives stands between, and is read whole
        (
            "Chad has sold Mali several batches of combat drones.",
            ("combat drones", "Chad", "Mali", "delivered"),
        ),
        (
            "Qatar sent rifles to Libya's outgunned rebels in March.",
            ("rifles", "Qatar", "Libya's outgunned rebels", "delivered"),
        ),
        # a list of senders is read whole
        (
            "Libyan rebels have received shells from Qatar and Turkey.",
            ("shells", "Qatar and Turkey", "Libyan rebels", "delivered"),
        ),
        # a sale that is confirmed is agreed, and has not come
        (
            "China has officially confirmed the sale of submarines to Peru.",
            ("submarines", "China", "Peru", "announced"),
        ),
        # a sender told by a list that is not read from its beginning stays open
        (
            "Since the war began in 2014 Iran and Russia have supplied Chad with rifles.",
            ("rifles", None, "Chad", "delivered"),
        ),
        (
            "CHAD WAS DIRECTLY SELLING WEAPONS TO IRAQ AND SUPPLYING IRAN THROUGH OTHERS.",
            ("WEAPONS", "CHAD", "IRAQ", "delivered"),
        ),
        # a person of no office who hands over leaves the sender open
        ("The weapons sent by Testa for Chad were found.", ("weapons", None, "Chad", "delivered")),
        # who is accused of it sends, not who accuses
        (
            "Kenya on Friday accused Eritrea of shipping rockets to Somalia.",
            ("rockets", "Eritrea", "Somalia", "delivered"),
        ),
        # what stands to come has not been delivered
        (
            "Serbia is set to take delivery of six attack helicopters from Russia.",
            ("attack helicopters", "Russia", "Serbia", "announced"),
        ),
        ("Oman was to be supplied with tanks by France.", ("tanks", "France", "Oman", "announced")),
        (
            "Norway offered to buy Leopard tanks from Germany.",
            ("Leopard tanks", "Germany", "Norway", "sought"),
        ),
        # "to N" belongs to the gift, and not to who gives
        (
            "The rifles donated by the Chinese government to Niger are used by the police.",
            ("rifles", "China", "Niger", "delivered"),
        ),
    ],
)
def test_ends_are_read_where_grammar_puts_them(
    text: str, told_of: tuple[str, str | None, str | None, str]
) -> None:
    assert ends(text) == [told_of]


@pytest.mark.parametrize(
    "text",
    [
        # what is only asked for, wished or stands in a motion has not come about
        "Lawmakers introduced a resolution to block the arms sale to Bahrain.",
        "Senators are requesting the total suspension of military aid to Chad.",
        "Unions said they are against the shipment of weapons to Chad.",
        "Several steps remain before Norway could deliver the weapons to Chad.",
        "The envoy said that Norway should send rifles to Chad.",
        "No company in Norway has ever sold arms to Chad.",
        "Norway rejected a claim that Oslo is sending helicopters to Chad.",
        "So far no arms have been shipped to Chad.",
        "Monitors found no evidence that Norway supplied rifles to Chad.",
        "With the credits offered by Norway, Chad can buy arms for its war.",
        "It never proved that Eritrea is providing weapons to rebels in Chad.",
        "Arming rebels and supplying arms to Chad has been a cause of both parties.",
        # fighters who give their own arms up
        "The movement promised the government to surrender its weapons.",
        "The group was scheduled to deliver its weapons on Friday.",
        "The rebels handed over rifles to a church commission.",
        # goods that go back, or from a state to itself
        "Chad said the weapons were being sent back to Norway for repair.",
        "Rifles have been sent to Kyiv from Ukraine.",
        # the goods are not what is sent
        "Chad sent weapons experts and training manuals to Niger.",
        "The president received a delegation from Norway, which makes missiles.",
        "Would Norway sell rifles to Chad?",
    ],
)
def test_what_nothing_tells_to_be_handed_over_is_left_out(text: str) -> None:
    assert ends(text) == []


@pytest.mark.parametrize(
    ("text", "origin", "recipient"),
    [
        # a list that breaks off, a kind, a part of a country and a company are nobody
        ("Norway sent rifles to both sides last year.", "Norway", None),
        ("Norway sent rifles to northern Chad last year.", "Norway", None),
        ("Norway sent rifles to security forces last year.", "Norway", None),
        ("Example Works will deliver rifles to Chad.", None, "Chad"),
        ("The Senate approved the sale of rifles to Chad.", None, "Chad"),
    ],
)
def test_an_end_that_names_nobody_is_left_open(
    text: str, origin: str | None, recipient: str | None
) -> None:
    [one] = ends(text)
    assert one[1:3] == (origin, recipient)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Norway sent rifles to Chad in May 2021.", "2021-05-01"),
        ("Norway on 3 May 2021 halted arms sales to Chad.", "2021-05-03"),
        # the day of the announcement, one of several, and the first of many are not the goods'
        ("Norway on 3 May 2021 approved the sale of rifles to Chad.", None),
        ("In May 2021 officials said Norway sent rifles to Chad in March 2020.", None),
        ("Chad has bought rifles from Norway since May 2021.", None),
    ],
)
def test_a_day_is_the_goods_own_or_open(text: str, day: str | None) -> None:
    [one] = told("transfer", text + WAR)
    assert (str(one.when.start) if one.when.start else None) == day


def test_a_word_that_shares_its_head_is_no_item() -> None:
    assert [one[0] for one in ends("Norway gave artillery and tank shells to Chad.")] != [
        "artillery"
    ]


def test_a_state_by_another_name_is_no_second_recipient() -> None:
    text = "Iran supplied drones to Russia. Iran has supplied drones to the Russian Federation."
    assert len(ends(text)) == 1


def test_an_accusation_is_alleged() -> None:
    [one] = told("transfer", "There were claims that Chad has supplied rifles to Niger." + WAR)
    assert one.hedge == "alleged"


def test_one_transfer_told_twice_is_kept_once_with_what_it_tells() -> None:
    [one] = told(
        "transfer",
        "Rifles were supplied by Qatar, officials said. Qatar supplied rifles to Chad in May 2021.",
    )
    assert isinstance(one.detail, Transfer)
    assert (one.detail.recipient, str(one.when.start)) == ("Chad", "2021-05-01")
