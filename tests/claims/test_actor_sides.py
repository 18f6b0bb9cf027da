from __future__ import annotations

import pytest

from bearwitness.claims.actor_sides import blamed_in, sides
from bearwitness.claims.actors import ActorIndex
from bearwitness.text.sentences import segment

INDEX = ActorIndex.load()


def read(text: str, words: str, home: str | None = None) -> tuple[str | None, str | None]:
    sentences = segment(text)
    at = text.index(words)
    by, against = sides(
        text, sentences[0], (at, at + len(words)), INDEX.find(text, sentences, home)
    )
    return by.name if by else None, against.name if against else None


@pytest.mark.parametrize(
    ("text", "words", "pair"),
    [
        (
            "Clashes took place between regime and pro-regime militias and the Islamic State.",
            "Clashes",
            ("Government of Syria", "Islamic State"),
        ),
        (
            "The Qalam Army killed 13 rebels in the valley.",
            "killed",
            ("Qalam Army", "rebels (Syria)"),
        ),
        (
            "The Syrian National Army clashed with the SDF near the bridge.",
            "clashed",
            ("Syrian National Army", "Syrian Democratic Forces"),
        ),
        (
            "Regime forces, with the support of Russian airstrikes, attacked rebels in the hills.",
            "attacked",
            ("Government of Syria", "rebels (Syria)"),
        ),
        (
            "The SDF, including the YPG, clashed with Islamic State fighters.",
            "clashed",
            ("Syrian Democratic Forces", "Islamic State"),
        ),
    ],
)
def test_each_side_is_the_one_that_fought(
    text: str, words: str, pair: tuple[str | None, str | None]
) -> None:
    assert read(text, words, "SY") == pair


@pytest.mark.parametrize(
    ("text", "words", "pair"),
    [
        (
            "Hezbollah fighters stormed the post, said the office, which has treated the wounded "
            "since war broke out between the army and the rebels in 2012.",
            "stormed",
            ("Hezbollah", None),
        ),
        (
            "A drone attack on a market killed 40 people, as the army and the rebels battle for "
            "control of the country.",
            "drone attack",
            (None, None),
        ),
        (
            "Fighting broke out between the SDF and the Islamic State on Monday.",
            "Fighting broke out",
            ("Syrian Democratic Forces", "Islamic State"),
        ),
    ],
)
def test_those_who_fight_the_war_about_it_did_not_do_it(
    text: str, words: str, pair: tuple[str | None, str | None]
) -> None:
    assert read(text, words, "SY") == pair


def test_a_former_fighter_is_no_side() -> None:
    by, against = read("Gunmen shot dead a former rebel at a mill.", "shot dead", "SY")
    assert by == "unidentified gunmen (Syria)"
    assert against is None


@pytest.mark.parametrize(
    ("text", "words", "pair"),
    [
        (
            "Four civilians were killed in a Syrian regime air strike on a town in rebel hands.",
            "killed",
            ("Government of Syria", "civilians"),
        ),
        (
            "An air raid on a village held by the Daesh group killed two civilians.",
            "air raid",
            (None, "civilians"),
        ),
        (
            "A coalition air strike hit a farm near the river.",
            "air strike",
            ("US-led coalition", None),
        ),
        ("Two dead in Syria rocket attack", "rocket attack", (None, None)),
        ("Two dead in Russia rocket attack", "rocket attack", ("Government of Russia", None)),
        ("Regime jets bombed the rebel-held town.", "bombed", ("Government of Syria", None)),
    ],
)
def test_who_holds_a_place_and_where_it_lies_make_no_doer(
    text: str, words: str, pair: tuple[str | None, str | None]
) -> None:
    assert read(text, words, "SY") == pair


@pytest.mark.parametrize(
    ("home", "doer"), [("YE", "Saudi-led coalition"), ("AF", "NATO"), ("ML", "soldiers (Mali)")]
)
def test_a_coalition_is_the_one_that_fights_in_the_country(home: str, doer: str | None) -> None:
    assert read("Coalition warplanes bombed a bridge.", "bombed", home)[0] == doer


@pytest.mark.parametrize(
    ("text", "words", "pair"),
    [
        (
            "Two died in a drone attack by the Sudanese paramilitary Rapid Support Forces.",
            "drone attack",
            ("Rapid Support Forces", None),
        ),
        (
            "Nine people, including six soldiers and three army helpers, were killed in an ambush.",
            "ambush",
            (None, "soldiers (Sudan)"),
        ),
        ("Fire followed the response by army units.", "Fire", (None, None)),
        ("A drone hit the military hospital.", "hit", (None, None)),
        (
            "Militants kill six Sudanese soldiers",
            "kill",
            ("militants (Sudan)", "Government of Sudan"),
        ),
    ],
)
def test_the_named_force_acts_and_the_dead_do_not(
    text: str, words: str, pair: tuple[str | None, str | None]
) -> None:
    assert read(text, words, "SD") == pair


@pytest.mark.parametrize(
    ("text", "words", "pair"),
    [
        (
            "Russian bombardment of a port, lately re-taken by Ukrainian forces, killed four.",
            "bombardment",
            ("Government of Russia", None),
        ),
        (
            "Dozens of rebels on motorcycles invaded the village, shooting dead six residents.",
            "shooting",
            ("rebels (Ukraine)", "civilians"),
        ),
        ("Mayor, four police killed in roadside attacks", "attacks", (None, "police (Ukraine)")),
        (
            "Police in the district have confirmed the killing of nine persons by rebels.",
            "killing",
            ("rebels (Ukraine)", None),
        ),
        (
            "Rebels killed a police chief, the governor said.",
            "killed",
            ("rebels (Ukraine)", "police (Ukraine)"),
        ),
        ("The Russians shelled the centre at night.", "shelled", ("Government of Russia", None)),
        ("One person was killed by Kyiv's shelling.", "shelling", ("Government of Ukraine", None)),
        ("Afghanistan’s Taliban insurgents killed two.", "killed", ("Taliban", None)),
    ],
)
def test_the_doer_is_told_by_verb_and_name_whoever_confirms_it(
    text: str, words: str, pair: tuple[str | None, str | None]
) -> None:
    assert read(text, words, "UA") == pair


@pytest.mark.parametrize(
    ("text", "words", "pair"),
    [
        (
            "It began with Hamas's October 7 attack on the south, which killed many civilians.",
            "attack",
            ("Hamas", "civilians"),
        ),
        ("No rebel group has claimed responsibility for the attack.", "attack", (None, None)),
        ("They carried food for police checkpoints when the attack came.", "attack", (None, None)),
        ("Police are there to forestall further attacks.", "attacks", (None, None)),
        ("The spokesman for the government called the attack barbaric.", "attack", (None, None)),
        ("The attack on a convoy escorted by soldiers came at noon.", "attack", (None, None)),
        ("Hamas-led militants stormed the town.", "stormed", ("Hamas", None)),
    ],
)
def test_who_answers_guards_or_speaks_of_an_attack_did_not_make_it(
    text: str, words: str, pair: tuple[str | None, str | None]
) -> None:
    assert read(text, words, "PS") == pair


@pytest.mark.parametrize(
    ("text", "words", "home", "pair"),
    [
        (
            "The depot was burnt and soldiers shot twelve civilians beside the mill.",
            "shot",
            "TD",
            ("soldiers (Chad)", "civilians"),
        ),
        (
            "Armed men ambushed the chief of police near the quarry.",
            "ambushed",
            "MX",
            ("unidentified gunmen (Mexico)", "police (Mexico)"),
        ),
        (
            "Rebels planted a bomb that hit a bus carrying Cameroonian soldiers.",
            "bomb",
            "CM",
            ("rebels (Cameroon)", "Government of Cameroon"),
        ),
        (
            "Chadian gunners shelled Libyan positions along the ridge.",
            "shelled",
            "LY",
            (None, "Government of Libya"),
        ),
        (
            "A courier of the Chadian army was found shot by unknown gunmen.",
            "shot",
            "TD",
            ("unidentified gunmen (Chad)", "Government of Chad"),
        ),
        (
            "Gunmen shot at a toll gate before being killed by soldiers.",
            "shot",
            "YE",
            ("unidentified gunmen (Yemen)", None),
        ),
        (
            "Militants killed nine relatives of the leader of a pro-government militia.",
            "killed",
            "PK",
            ("militants (Pakistan)", None),
        ),
        (
            "The Army of the Dawn bombed a clinic, killing a policeman.",
            "bombed",
            "US",
            ("Army of the Dawn", "police (United States)"),
        ),
        (
            "An IS landmine was detonated by a passing army lorry, killing six.",
            "detonated",
            "SY",
            ("Islamic State", "soldiers (Syria)"),
        ),
        (
            "Local residents wounded two policemen in a confrontation.",
            "wounded",
            "BJ",
            ("rioters", "police (Benin)"),
        ),
        (
            "A watchman was found dead by police at dawn.",
            "found dead",
            "KE",
            (None, None),
        ),
    ],
)
def test_who_did_it_is_told_from_whom_it_befell(
    text: str, words: str, home: str, pair: tuple[str | None, str | None]
) -> None:
    assert read(text, words, home) == pair


def test_a_state_and_its_own_soldiers_are_no_two_sides() -> None:
    text = "Beninese troops raided a camp and soldiers were wounded."
    assert read(text, "raided", "BJ") == ("Government of Benin", None)


@pytest.mark.parametrize(
    ("text", "words", "home", "pair"),
    [
        (
            "Communist guerrillas and government soldiers clashed on Sunday.", "clashed", "PH",
            ("Communist guerrillas", "Government of Philippines"),
        ),
        (
            "Two rebels and a soldier have been killed in separate clashes.", "killed", "PH",
            ("rebels (Philippines)", "soldiers (Philippines)"),
        ),
        (
            "A bomb killed 18 people, a rights group said, blaming Boko Haram fighters.", "bomb",
            "NG", ("Boko Haram", None),
        ),
        (
            "A militant was killed and four people were hurt in Israeli air and artillery attacks.",
            "killed", "PS", ("Government of Israel", "militants (Palestine)"),
        ),
        (
            "A suicide bomber killed at least 11 people.", "killed", "PK",
            ("suicide bomber (Pakistan)", None),
        ),
        (
            "A blast killed a mayor who had led efforts against the Taliban.", "killed", "PK",
            (None, None),
        ),
        (
            "Algeria has suffered an outburst of violence which left 80 civilians dead.", "left",
            "DZ", (None, "civilians"),
        ),
    ],
)  # fmt: skip
def test_who_clashed_who_is_blamed_and_whom_the_victims_opposed(
    text: str, words: str, home: str, pair: tuple[str | None, str | None]
) -> None:
    assert read(text, words, home) == pair


def test_a_country_of_two_words_before_an_attack_only_says_where() -> None:
    assert read("Two dead in South Sudan raid", "raid", "SS") == (None, None)


@pytest.mark.parametrize(
    ("text", "blamed"),
    [
        ("Sources attributed the attack to the Taliban.", "Taliban"),
        ("The Taliban are suspected in the attack.", "Taliban"),
        ("Officials believe the Taliban were responsible for the bombing.", "Taliban"),
        ("The Taliban were not responsible for the bombing.", None),
        ("The army was responsible for guarding the mill.", None),
        ("The Taliban denied it.", None),
    ],
)
def test_who_is_blamed_is_told(text: str, blamed: str | None) -> None:
    sentences = segment(text)
    found = blamed_in(text, sentences[0], INDEX.find(text, sentences, "AF"))
    assert (found.name if found else None) == blamed
