"""Who is said to have said what."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bearwitness.claims.actors import ActorIndex
from bearwitness.claims.attribution import Attributions, attribute
from bearwitness.text.sentences import segment

ACTORS = ActorIndex.load()


def read(text: str, publisher: str | None = None) -> Attributions:
    return attribute(text, segment(text), ACTORS, publisher=publisher)


def names(text: str, words: str, publisher: str | None = None) -> list[str]:
    """Speakers of the first occurrence of some words."""
    start = text.index(words)
    chain, _ = read(text, publisher).at(start, start + len(words))
    return [s.name for s in chain]


def test_who_names_the_attackers_is_not_said_to_count_their_dead() -> None:
    text = "Investigators have identified the gunmen who opened fire, killing six people."
    assert names(text, "six") == []
    assert names("Police identified the six victims on Monday.", "six") == ["Police"]


def hedge(text: str, words: str) -> str | None:
    start = text.index(words)
    return read(text).at(start, start + len(words))[1]


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("The ministry said 14 people were killed.", "14", "ministry"),
        ("Fourteen people were killed, the ministry said.", "Fourteen", "ministry"),
        ("Fourteen people were killed, said the ministry.", "Fourteen", "ministry"),
        ("Fourteen were killed, police said on Tuesday.", "Fourteen", "police"),
        ("According to activists at least 80 people died.", "80", "activists"),
        ("Clinic records confirmed that 12 had died.", "12", "Clinic records"),
        ("First aid reports have confirmed that 12 died.", "12", "First aid reports"),
        ("The Harbour Department say on Friday 12 were hurt.", "12", "Harbour Department"),
        ("The activist group North Coast Watch gave 115 dead.", "115", "North Coast Watch"),
        ("At least 80 people died, according to local medics.", "80", "local medics"),
        ("Activists put the toll at 90.", "90", "Activists"),
        ("Hospital officials raised their toll to 31 dead.", "31", "Hospital officials"),
        ("A hospital doctor spoke of 12 dead.", "12", "hospital doctor"),
        ("Nine died, a doctor told Example Radio on condition of anonymity.", "Nine", "doctor"),
        ("Nine died, a nurse told the agency by phone.", "Nine", "nurse"),
        ("Nine died, Example Wire learned from two officials.", "Nine", "two officials"),
        ("Nine died, per the ministry.", "Nine", "ministry"),
        ("Nine died, the governor wrote on Telegram late on Sunday.", "Nine", "governor"),
        ("A UN report released on Thursday found that nine died.", "nine", "UN report"),
        ("The toll stands at 45, the spokesman, a colonel, added.", "45", "spokesman"),
        ("“We counted 45,” said a rescuer who asked not to be named.", "45", "rescuer"),
        ("The army claims to have killed 30 fighters.", "30", "army"),
        ("Groups including Amnesty International say that 30 died.", "30", "Groups"),
        (
            "Amnesty International and Airwars both documented 30 deaths.",
            "30",
            "Amnesty International and Airwars",
        ),
        ("Police said three died, residents said nine.", "nine", "residents"),
        ("State television quoted the governor as saying nine died.", "nine", "governor"),
        ("Nine died, the mayor said, up from six dead announced on Friday.", "Nine", "mayor"),
        ("Nine were hurt, the rights office said in a May update.", "Nine", "rights office"),
        ("Nine were hurt, medics said in a video message on Monday.", "Nine", "medics"),
        ("Nine were hurt, the mayor said in a letter to the council.", "Nine", "mayor"),
        ("The Red Crescent counted at least 12 dead.", "12", "Red Crescent"),
        ("Rescuers documented the death of 6 villagers.", "6", "Rescuers"),
        ("A reporter quotes police saying 5 nurses were killed.", "5", "police"),
        ("The opposition was quoted as saying that 7 had died.", "7", "opposition"),
        ("The mayor, who lives nearby, said 3 guards had died.", "3", "mayor"),
        ("The council, based in the capital, reported that 52 were civilians.", "52", "council"),
        ("Police: 2 dead in market blast", "2", "Police"),
        ("UN: 65 killed in attack on camp", "65", "United Nations (UN)"),
        ("The rebels deny that they executed the 8 policemen.", "8", "rebels"),
        ("The governor called reports of 25 deaths a fabrication.", "25", "governor"),
        ("Officials corrected the count, saying 14 had died.", "14", "Officials"),
        ("Hospitals have so far registered 37 deaths.", "37", "Hospitals"),
        ("The army gave its own losses as 5 dead.", "5", "army"),
        ("Local media put the toll as high as 37.", "37", "Local media"),
        (
            "The rebel spokesman took responsibility and said seven died.",
            "seven",
            "rebel spokesman",
        ),
        ("Residents said nine died, but police disputed it and said two died.", "two", "police"),
        (
            "In Aral, the district capital, the police officer, a captain, said 23 died.",
            "23",
            "police officer",
        ),
        ("Four killed in shelling of port: governor", "Four", "governor"),
        ("Air raid kills 9 - war monitor", "9", "war monitor"),
        ("Strike kills six: civil defence agency", "six", "civil defence agency"),
    ],
)
def test_names_the_source_of_a_figure(text: str, words: str, speaker: str) -> None:
    assert names(text, words)[:1] == [speaker]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Shelling killed 14 people in the town on Monday.", "14"),
        ("Regime raids are reported to have killed 95 people.", "95"),
        ("The bomb claimed 20 lives.", "20"),
        ("A rebel group claimed responsibility for the attack that killed 20.", "20"),
        ("It should be noted that 14 people were killed.", "14"),
        ("The UN condemned the raids in which 30 people were killed.", "30"),
        ("The army is known to have killed 100; activists say the true toll is higher.", "100"),
        ("Some 200 people were reported hurt.", "200"),
        ("Attack on bus station: 5 dead", "5"),
        ("The governor declared martial law in the valley, where 120 have been killed.", "120"),
        ("The ministry said it was shocked. Shells killed 14 people.", "14"),
    ],
)
def test_leaves_the_reports_own_voice_alone(text: str, words: str) -> None:
    assert names(text, words) == []


def test_each_clause_has_its_own_speaker() -> None:
    text = "The ministry said 3 people died, but activists put the toll at 9."
    assert names(text, "3 people") == ["ministry"]
    assert names(text, "9") == ["activists"]


def test_a_clause_with_a_speaker_of_its_own_ends_the_one_before() -> None:
    text = "Five died, officials said, while villagers in the hills said one man died."
    assert names(text, "Five") == ["officials"]
    assert names(text, "one") == ["villagers in the hills"]


def test_he_is_the_named_spokesman_that_the_sentence_before_opened_with() -> None:
    text = (
        "Name Surname, spokeswoman for the council, called the raid “barbaric”. “We found 11"
        " bodies,” she said."
    )
    assert names(text, "11") == ["Name Surname"]


def test_what_is_added_stays_with_the_first_speaker() -> None:
    assert names("Police said 2 men died, adding that 5 were hurt.", "5") == ["Police"]


def test_the_agency_told_comes_second() -> None:
    text = "A medic told AFP that 12 people had been killed."
    assert names(text, "12") == ["medic", "Agence France-Presse (AFP)"]


def test_the_quoted_source_stands_before_the_one_that_quotes_it() -> None:
    text = "The BBC says that according to medics 80 people died."
    assert names(text, "80")[0] == "medics"
    assert any("BBC" in n for n in names(text, "80"))


def test_a_closing_credit_names_the_agency() -> None:
    assert names("Three days of raids left 135 dead (Reuters).", "135") == ["Reuters"]


def test_pronouns_and_short_forms_lead_back_to_the_name() -> None:
    text = (
        "The Syrian Network for Human Rights (SNHR) said 10 people were killed. "
        "SNHR said 4 were children. It said 3 were women. The network said 2 were medics."
    )
    for words in ("4", "3", "2 were"):
        assert "Syrian Network for Human Rights" in names(text, words)[0]


@pytest.mark.parametrize(
    ("before", "who", "speaker"),
    [
        (
            "Nine died, the Syrian Network for Human Rights said. The United States accused it"
            " of nothing.",
            "the monitor",
            "Syrian Network for Human Rights (SNHR)",
        ),
        (
            "Shells fell on the Doctors Without Borders clinic, police said.",
            "the charity",
            "Doctors Without Borders (MSF)",
        ),
        ("The United States condemned the raid.", "the monitor", "monitor"),
    ],
)
def test_a_description_means_only_a_body_of_its_kind(before: str, who: str, speaker: str) -> None:
    assert names(f"{before} At least 40 people were hurt, {who} added.", "40") == [speaker]


@pytest.mark.parametrize(
    ("named", "who", "speaker"),
    [
        ("A hospital run by an aid group", "the governor's office", "governor's office"),
        ("The Israeli military", "Israeli police", "Israeli police"),
        ("The Northmoor Hospital", "the field hospital", "field hospital"),
    ],
)
def test_another_body_of_the_same_country_or_kind_speaks_for_itself(named, who, speaker) -> None:
    text = f"{named} said it had taken in the wounded. A mine killed five people, {who} said."
    assert names(text, "five") == [speaker]


def test_a_lone_observatory_is_the_only_monitor_so_called() -> None:
    text = "The Observatory condemned the raid. It said 35 people had been killed."
    assert names(text, "35") == ["Syrian Observatory for Human Rights"]


def test_he_is_whom_the_sentence_before_opened_with() -> None:
    text = "The police chief spoke after the raid. “Two guards are dead,” he told reporters."
    assert names(text, "Two") == ["police chief"]


@pytest.mark.parametrize(
    ("text", "words", "speaker", "kind"),
    [
        ("Rebels claimed to have killed 30 soldiers.", "30", "Rebels", "alleged"),
        ("The army dismissed reports that 30 villagers had died.", "30", "army", "denied"),
        (
            "A photo caption of March 3, 2015 has at least 12 killed.",
            "12",
            "photo caption of March 3, 2015",
            None,
        ),
    ],
)
def test_ways_to_give_a_count(text: str, words: str, speaker: str, kind: str | None) -> None:
    assert (names(text, words), hedge(text, words)) == ([speaker], kind)


def test_an_estimate_has_no_article_for_a_speaker() -> None:
    assert names("An estimated 25 people were killed.", "25") == []


def test_a_possessive_leads_back_to_the_organisation() -> None:
    text = (
        "The Northern Relief Committee said 10 people were killed. Its director said 4 were boys."
    )
    assert names(text, "4") == ["director of Northern Relief Committee"]


def test_we_is_the_publisher() -> None:
    text = "We documented the deaths of 6 children."
    assert names(text, "6", "Example Monitor") == ["Example Monitor"]
    assert names(text, "6") == ["We"]


def test_a_quotation_over_several_sentences_has_one_speaker() -> None:
    text = (
        "“The raid hit a school. It left 9 pupils dead. Nobody came to help us,” the head teacher "
        "said.\n\n“There were 4 more in the yard. We carried them away,” she added."
    )
    assert names(text, "9") == ["head teacher"]
    assert names(text, "4 more") == ["head teacher"]


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("The raid reportedly killed 9 people.", "9", "reported"),
        ("Guards allegedly shot 9 people.", "9", "alleged"),
        ("The army denied that 9 people were killed.", "9", "denied"),
        ("Unconfirmed reports spoke of 9 dead.", "9", "unconfirmed"),
        ("Police claimed 9 fighters had died.", "9", "alleged"),
        ("Shelling killed 9 people.", "9", None),
        ("The group denied responsibility for the blast that killed 9.", "9", None),
    ],
)
def test_hedges(text: str, words: str, kind: str | None) -> None:
    assert hedge(text, words) == kind


def test_upper_case_newswire() -> None:
    assert names("A POLICE SPOKESMAN SAID 5 PEASANTS WERE KILLED.", "5")[0].endswith("SPOKESMAN")


@given(st.text(alphabet='ab said,.;“”"() ITthe12\n', max_size=120))
def test_any_text_is_read_and_every_speaker_quotes_it(text: str) -> None:
    found = read(text)
    for at in range(len(text)):
        for speaker in found.at(at, at + 1)[0]:
            assert 0 <= speaker.start < speaker.end <= len(text)
            assert speaker.name


def test_a_title_in_capitals_is_no_speaker() -> None:
    text = "Government Forces Raid Salda\n\nFour people were hurt, a Salda health official said."
    assert names(text, "Four") == ["Salda health official"]


def test_it_is_the_body_that_spoke_last_though_another_was_named() -> None:
    text = (
        "The National Army (NA) said it was ready. The NA shelled the camp on Monday, said the "
        "local Relief Coordination Room. It said six people were killed."
    )
    assert names(text, "six") == ["local Relief Coordination Room"]


def test_how_an_estimate_is_names_nobody() -> None:
    assert names("Initial estimates put the number of the dead at 20.", "20") == []
    assert names("UN estimates put the number of the dead at 20.", "20") == ["United Nations (UN)"]
