"""Numbers that count no people: dates, ages, distances, money, scores, parts of names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bearwitness.claims.lexicon import CUES, OUTCOME_HEADS, PERSON_NOUNS
from bearwitness.claims.role_words import THINGS
from bearwitness.text.numerals import Quantity
from bearwitness.text.tokens import Token

_MONTHS = frozenset(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
_ABBREVIATED = frozenset("jan feb mar apr jun jul aug sep sept oct nov dec".split())
UNITS = frozenset(
    """% percent per km kilometer kilometers kilometre kilometres mile miles metre metres meter meters m
    ft feet foot yard yards inch inches cm mm kg kilogram kilograms kilo kilos pound pounds ton tons
    tonne tonnes hour hours minute minutes second seconds day days night nights week weeks month
    months year years decade decades century am pm a.m p.m a.m. p.m. oclock o'clock gmt utc dollar
    dollars euro euros rupees lira usd cent cents degree degrees block mph caliber calibre gauge
    times time th st nd rd hectares acres barrels litres liters gallons rounds shots bullets hrs hr
    mins old""".split()
)
# Names that end in a number: "zone 18", "Ward 4", "Highway 5".
_NUMBERED = frozenset(
    """boeing airbus antonov tupolev ilyushin embraer cessna zone ward sector district section route highway street road avenue phase channel unit brigade
    battalion division regiment platoon level grade chapter article block camp gate km line room
    floor apartment lot case count category class type version season week day page part group
    flight exit interstate station terminal pier bus train club image photo slide figure pages
    sections zones wards routes highways articles chapters""".split()
)
_PICTURES = frozenset("image images photo photos picture pictures slide video gallery".split())
_BOUNDS = frozenset("under over below above".split())
_WHOSE_AGE = frozenset("those anyone everyone anybody age ages aged".split())
_AFTER_AGE = frozenset((*", . ) ; : — – who both".split(), ""))
_BIRTHDAYS = frozenset("turned turns turning turn".split())
_PRONOUNS = frozenset("who he she".split())
_AFTER_LIST = frozenset("were was are is who and when in at".split())
_AGED = frozenset("year year-old years-old month-old week-old".split())
_RATIO = 20
_BEFORE_ONE = frozenset(
    "in at of to on and or that killed wounded injured killing wounding".split()
)
_BODIES = frozenset("militias armies factions parties governments".split())
_CLOCK_DIGITS = 4
_LOSSES = frozenset("losses loss damage damages property revenue aid".split())
_ONE_CASE = frozenset("death killing murder slaying homicide shooting stabbing".split())
_CENTURY = 1900  # before it, four digits are a year only where "in", "of" or "since" says so
_AVERAGES = frozenset("average mean median rate".split())
_PERIODS = frozenset("day week month year hour".split())
_CLAUSES = frozenset("and but when after as while who which that".split())
_POINTS = frozenset("within in after for on over during of".split())
_FROM_A_DAY = frozenset("after before later earlier ago of when that on".split())
_RATE_REACH = 4
_KIN = frozenset("mother father parent parents head".split())


def _lower(tokens: Sequence[Token], i: int) -> str:
    return tokens[i].lower if 0 <= i < len(tokens) else ""


def is_no_count(tokens: Sequence[Token], q: Quantity) -> bool:
    """Whether the number is a date, an age, a distance, money, a score, a name's part."""
    number = tokens[q.number_first]
    if [_lower(tokens, q.last + k) for k in range(3)] == ["and", "a", "half"]:
        return True
    after = _lower(tokens, q.last)
    before = _lower(tokens, q.first - 1)
    if number.text[-1].isalpha() and number.text[0].isdigit():
        return True
    digits = number.text[0].isdigit()
    if after in _BODIES or (q.word == "many" and before == "how"):
        return True  # "the government and 14 militias signed a deal"
    if q.word == "one" and _lower(tokens, q.first - 2) in ("the", "this") and before.isalpha() and (
        before not in _BEFORE_ONE
    ):  # fmt: skip
        return True  # "the main one"
    if before == "not" and _lower(tokens, q.first - 2) in (",", "and", "but"):
        return True  # "16 people, not 24"
    if _is_rate(tokens, q) or (before == "but" and _lower(tokens, q.first - 2) == "all"):
        return True  # "all but three of them"
    if (
        _is_difference(tokens, q)
        or _are_accused(tokens, q)
        or _is_ratio(tokens, q)
        or _is_the_one(tokens, q)
        or _is_in_turn(tokens, q)
        or _is_some_of_the_dead(tokens, q)
    ):
        return True
    if after in UNITS or (after == "-" and _lower(tokens, q.last + 1) in UNITS | _AGED):
        return True
    if after in ("year-old", "years-old", "month-old") or before in ("aged", "age", "ages"):
        return True
    if before in ("$", "€", "£", "#", "no", "no.", "nos", "resolution", "article", "flight") or (
        before == "." and _lower(tokens, q.first - 2) in ("no", "art")
    ):
        return True
    if digits and (after in _MONTHS or before in _MONTHS):
        # "on 25 November"; but "In March 63 people died"
        if after in _MONTHS and q.qualifier == "exactly":
            return True
        if _lower(tokens, q.first - 2).isdigit() and after in ("bodies", "corpses"):
            return False  # "on 23 September 28 bodies were found"
        if (
            before in _MONTHS
            and (q.value or 0) <= 31
            and after in ("", ",", ".", "-", "–", ":", ")")
        ):
            return True
        if before in _MONTHS and 1900 <= (q.value or 0) <= 2100:
            return True
        if before in _MONTHS and (q.value or 0) <= 99 and after not in PERSON_NOUNS:
            return True
    if (
        digits
        and before == "."
        and (q.value or 0) <= 31
        and _lower(tokens, q.first - 2) in _ABBREVIATED
    ):
        return True  # "Jan. 28"
    if _is_age_range(tokens, q) or _in_list_of_numbers(tokens, q):
        return True
    if _is_gallery(tokens, q) or _is_age_bound(tokens, q):
        return True
    if _is_clock(tokens, q) or _is_loss_of_money(tokens, q):
        return True
    return _is_name_part_or_age(tokens, q)


def _is_difference(tokens: Sequence[Token], q: Quantity) -> bool:
    """Reads "12 fewer homicides", "18 more than last year"."""
    after = _lower(tokens, q.last)
    return after in ("fewer", "less") or (after == "more" and _lower(tokens, q.last + 1) == "than")


def _is_rate(tokens: Sequence[Token], q: Quantity) -> bool:
    """Reads "an average of seven deaths a week", "ten people killed every day": no event's count."""
    if _lower(tokens, q.first - 1) == "of" and _lower(tokens, q.first - 2) in _AVERAGES:
        return True
    if _lower(tokens, q.first - 1) in ("averaging", "averages", "averaged"):
        return True
    after = [_lower(tokens, q.last + k) for k in range(_RATE_REACH + 3)]
    for word, by, unit, then in zip(after, after[1:], after[2:], after[3:], strict=False):
        if not word or word in ".,;:" or word in _CLAUSES:
            return False
        if by in ("a", "per", "every", "each") and unit in _PERIODS:
            return word not in _POINTS and (by != "a" or then not in _FROM_A_DAY)
        if by in ("daily", "weekly", "monthly", "annually", "yearly"):
            return True
    return False


def _is_in_turn(tokens: Sequence[Token], q: Quantity) -> bool:
    """Reads "one by one", "one after the other"."""
    if q.word != "one":
        return False
    follows = [_lower(tokens, q.last + k) for k in range(2)]
    led = [_lower(tokens, q.first - k) for k in (2, 1)] == ["one", "by"]
    return led or (follows[0] in ("by", "after") and follows[1] in ("one", "another", "the"))


_ACCUSED = frozenset("charged accused indicted convicted wanted sought suspected tried".split())


def _are_accused(tokens: Sequence[Token], q: Quantity) -> bool:
    """Reads "among seven people charged in the death of a guard": whom the law counts."""
    noun = PERSON_NOUNS.get(_lower(tokens, q.last))
    of_a_crime = _lower(tokens, q.last + 2) in ("in", "over")
    return noun is not None and _lower(tokens, q.last + 1) in _ACCUSED and of_a_crime


def _is_the_one(tokens: Sequence[Token], q: Quantity) -> bool:
    """Reads "four in one and two in the other": "one" is a place."""
    if _lower(tokens, q.first) != "one" or _lower(tokens, q.first - 1) not in ("in", "at", "near"):
        return False
    after = _lower(tokens, q.last)
    return after in ("and", ",", ".", ";", "") or after in THINGS


def _is_gallery(tokens: Sequence[Token], q: Quantity) -> bool:
    """Reads "Image 1 of 8": how many pictures a page shows."""
    i = q.first - 1
    while i > 0 and tokens[i].text in ("of", "/"):
        i -= 1
    return 0 < i < q.first - 1 and tokens[i].text.isdigit() and _lower(tokens, i - 1) in _PICTURES


def _is_clock(tokens: Sequence[Token], q: Quantity) -> bool:
    """Reads "at 1545 (2145 GMT)", "at 0830 [1430 GMT]": an hour, with another clock's beside it."""
    text = tokens[q.number_first].text
    return (
        len(text) == _CLOCK_DIGITS == len(_lower(tokens, q.last + 1))
        and text.isdigit()
        and _lower(tokens, q.last) in ("(", "[")
        and _lower(tokens, q.last + 2) in ("gmt", "utc")
    )


def _is_loss_of_money(tokens: Sequence[Token], q: Quantity) -> bool:
    """Reads "millions in losses", "losses estimated in the millions"."""
    before = [_lower(tokens, q.first - k) for k in (2, 1)]
    after = [_lower(tokens, q.last + k) for k in (0, 1)]
    return (after[0] == "in" and after[1] in _LOSSES) or (
        before == ["in", "the"] and q.word.endswith("s") and after[0] != "of"
    )


_SMALL_NUMBERS = frozenset("two three four five six seven eight nine ten eleven twelve".split())
_DEAD = frozenset("killed slain dead murdered died".split())


def _is_some_of_the_dead(tokens: Sequence[Token], q: Quantity) -> bool:
    """Reads "named twelve of the 17 people who were killed": the second number counts the dead."""
    i = q.last
    if not _lower(tokens, q.first - 1).endswith(("ed", "ing", "ify")):
        return False
    if _lower(tokens, i) != "of" or _lower(tokens, i + 1) not in ("the", "those"):
        return False
    whole = _lower(tokens, i + 2)
    if not (whole.isdigit() or whole in _SMALL_NUMBERS):
        return False
    for k in range(i + 3, min(len(tokens), i + 6)):
        word = _lower(tokens, k)
        if word in ("who", "that"):
            return bool(_DEAD & {_lower(tokens, j) for j in range(k + 1, k + 4)})
        if word in _DEAD:
            return True
        if word not in PERSON_NOUNS:
            return False
    return False


def _is_age_bound(tokens: Sequence[Token], q: Quantity) -> bool:
    """Reads "children under 15": an age, where people stand before the bound."""
    bound = next((i for i in (q.first, q.first - 1) if _lower(tokens, i) in _BOUNDS), None)
    if bound is None or _lower(tokens, q.last) in PERSON_NOUNS:
        return False
    people = _lower(tokens, bound - 1)
    noun = PERSON_NOUNS.get(people)
    return people in _WHOSE_AGE or (noun is not None and noun.plural)


def _is_ratio(tokens: Sequence[Token], q: Quantity) -> bool:
    """Reads "one in four of the wounded", "two out of three"."""
    words = [t.lower for t in tokens[max(0, q.first - 3) : q.last + 4]]
    at = " ".join(words)
    few = r"(?:one|two|three|four|nine|\d)"
    return re.search(
        rf"\b{few} (?:in|out of) (?:every )?[\w]+ (?:of|people|civilians|was|were)\b", at
    ) is not None and ((q.value or 0) <= _RATIO)


_STATIONS = frozenset("fox nbc abc cbs cw nbcnews newschannel newscenter newsradio".split())
_NEWS_BEFORE = frozenset("told tell tells telling eyewitness action local to with by".split())


def _is_first_age(tokens: Sequence[Token], q: Quantity) -> bool:
    """Whether a second age follows: "an 18 and 15 year old", "a 9- or 10-year-old"."""
    if _lower(tokens, q.last) not in ("and", "or"):
        return False
    second = _lower(tokens, q.last + 1)
    year = second.partition("-")[2] or _lower(tokens, q.last + 2)
    return second[:1].isdigit() and year.lstrip("-").startswith("year") and "old" in (
        year + _lower(tokens, q.last + 3)
    )  # fmt: skip


def _is_station(tokens: Sequence[Token], q: Quantity) -> bool:
    """Whether the number belongs to a broadcaster's name: "told FOX 4", "tell News 3"."""
    if q.first == 0 or q.first != q.number_first or not tokens[q.first - 1].is_capitalised:
        return False
    before = _lower(tokens, q.first - 1)
    return before in _STATIONS or (before == "news" and _lower(tokens, q.first - 2) in _NEWS_BEFORE)


def _is_name_part_or_age(tokens: Sequence[Token], q: Quantity) -> bool:
    """Whether the number is a year, an age, a score, a time, or part of a name."""
    after = _lower(tokens, q.last)
    before = _lower(tokens, q.first - 1)
    digits = tokens[q.number_first].text[0].isdigit()
    if _is_year(tokens, q):
        return True
    if digits and q.last < len(tokens):
        glued = tokens[q.last].start == tokens[q.last - 1].end
        clock = after != ":" or (
            _lower(tokens, q.last + 1)[:1].isdigit()
            and tokens[q.last + 1].start == tokens[q.last].end
        )
        if glued and clock and after in (":", "/", "%", "°", "mm", "km"):
            return True
        if glued and tokens[q.last].is_capitalised:
            return True  # "9News"
    if digits and (_is_station(tokens, q) or _is_first_age(tokens, q)):
        return True
    touches = q.first > 0 and tokens[q.first - 1].end == tokens[q.first].start
    if touches and before in ("-", "–") and _lower(tokens, q.first - 2) in ("", ":", ".", ";"):
        touches = False  # the dash of a list item: "as follows:-11 people"
    if digits and touches and tokens[q.first - 1].text.isalpha():
        return True  # "SDG20,000"
    if digits and touches and before in (":", "/", "-", "–", "$", "£", "€", "."):
        return True
    # an age in apposition: "John Smith, 34, was"
    if digits and before == "," and after in _AFTER_AGE and (q.value or 0) <= 110:
        previous = tokens[q.first - 2] if q.first >= 2 else None
        if previous is not None and previous.text == "." and q.first >= 3:
            previous = tokens[q.first - 3]  # "John Smith Jr., 16"
        named = previous is not None and (
            any(c.isupper() for c in previous.text) or previous.lower in PERSON_NOUNS
        )
        if named or (after == "," and _lower(tokens, q.first - 3) in ("the", "a", "an")):
            return True
    apposed = (
        before in ("both", "also", "all", "just", "only") and _lower(tokens, q.first - 2) == ","
    )
    if digits and apposed and after in _AFTER_AGE and (q.value or 0) <= 110:
        return True  # "Jane Doe and her friend, both 14, were"
    if digits and before in ("was", "is") and after in (",", ".", "when", "and") and (
        _lower(tokens, q.first - 2) in _PRONOUNS
    ) and 1 <= (q.value or 0) <= 110:  # fmt: skip
        return True
    if digits and before in ("his", "her", "their") and (q.value or 1) % 10 == 0 and (
        after in ("'s", "’s", "'", "’", ".", ",", "")
    ):  # fmt: skip
        return True  # "in her 30's"
    if before in _BIRTHDAYS and (q.value or 0) <= 110 and after not in PERSON_NOUNS:
        return True  # "who would have turned 15 in a month"
    if digits and before in ("call", "called", "calling", "dialed", "dialled", "dialing"):
        return True  # "called 911"
    if digits and before == "," and q.first == q.number_first and (
        after in ("and", "was", "is", "has")
    ) and (
        q.first >= 3 and tokens[q.first - 2].is_capitalised and tokens[q.first - 3].is_capitalised
        and 10 <= (q.value or 0) <= 110
    ):  # fmt: skip
        return True
    if digits and before == "(" and after == ")":
        return True
    if digits and q.qualifier == "exactly" and (
        before in _NUMBERED
        or (
            before == "and"
            and _lower(tokens, q.first - 2).isdigit()
            and _lower(tokens, q.first - 3) in _NUMBERED
        )
        or (after == ")" and _is_channel(tokens, q.first - 1))
    ):  # fmt: skip
        return True
    if before == "of" and after in ("", ",", ".", ";", ")") and _is_one_person(tokens, q.first - 2):
        return True  # "a girl of nine"
    if before == "of" and _lower(tokens, q.first - 2) in _KIN and after not in PERSON_NOUNS:
        return True
    if _in_list_of_ages(tokens, q):
        return True
    if (
        after in ("-", "–")
        and _lower(tokens, q.last + 1).isdigit()
        and digits
        and (q.last < len(tokens) and tokens[q.last].start == tokens[q.last - 1].end)
    ):
        return True
    return q.value == 0


def _is_channel(tokens: Sequence[Token], i: int) -> bool:
    """Whether a name stands at token i that a bracket opened: "(National Channel 2)"."""
    if not (0 <= i < len(tokens) and tokens[i].is_capitalised) or _lower(tokens, i) in CUES:
        return False
    words = [t.lower for t in tokens[max(0, i - 5) : i + 1]]
    return "(" in words and not any(w in PERSON_NOUNS or w in OUTCOME_HEADS for w in words)


def _is_one_person(tokens: Sequence[Token], i: int) -> bool:
    """Whether a single person is told at token i: "a girl", "the old shopkeeper"."""
    noun = PERSON_NOUNS.get(_lower(tokens, i))
    articles = {_lower(tokens, i - k) for k in (1, 2)}
    return noun is not None and not noun.plural and bool({"a", "an", "the"} & articles)


def _is_age_range(tokens: Sequence[Token], q: Quantity) -> bool:
    """Reads "ranging in age from 31 to 40"."""
    before = [_lower(tokens, q.first - k) for k in range(1, 4)]
    return before[0] in ("from", "between") and bool({"age", "ages", "aged"} & set(before[1:]))


def _in_list_of_numbers(tokens: Sequence[Token], q: Quantity) -> bool:
    """Reads "their children, 6, 11, 15 and 16": a run of three or more bare numbers are ages."""
    if not tokens[q.number_first].text.isdigit() or q.last - q.first != 1:
        return False
    first, last = q.first, q.first
    count = 1
    while first >= 2 and tokens[first - 1].lower in (",", "and"):
        step = 3 if tokens[first - 1].lower == "and" and _lower(tokens, first - 2) == "," else 2
        if first < step or not tokens[first - step].text.isdigit():
            break
        first -= step
        count += 1
    while _lower(tokens, last + 1) in (",", "and"):
        step = 3 if _lower(tokens, last + 2) == "and" else 2
        if not _lower(tokens, last + step).isdigit():
            break
        last += step
        count += 1
    pair = count == 2 and _are_people(tokens, first - 1)  # "two men, 34 and 40"
    if count < 3 and not pair:
        return False
    run = [int(tokens[k].text) for k in range(first, last + 1) if tokens[k].text.isdigit()]
    after = _lower(tokens, last + 1)
    return all(n <= 110 for n in run) and (
        after in ("", ".", ",", ";", ")", "—", "–", "-") or after in _AFTER_LIST
    )


def _are_people(tokens: Sequence[Token], comma: int) -> bool:
    """Whether a comma follows people told in the plural."""
    noun = PERSON_NOUNS.get(_lower(tokens, comma - 1))
    return _lower(tokens, comma) == "," and noun is not None and noun.plural


def _in_list_of_ages(tokens: Sequence[Token], q: Quantity) -> bool:
    """Reads "aged 9, 12 and 15", "one 29 years old, another 52"."""
    i = q.number_first - 1
    after = _lower(tokens, q.last)
    bare = tokens[q.number_first].text.isdigit() and (after in _AFTER_AGE or after in ("and", ""))
    while i >= 0 and q.first - i < 9:
        word = tokens[i].lower
        if word in ("aged", "ages") or (bare and word == "old"):
            return True
        if bare and word in ("another", "others", "other", "two", "one", "the"):
            i -= 1
            continue
        if not (word in (",", "and", "between", "to") or word[0].isdigit() or (
            word in _AGE_WORDS and after not in PERSON_NOUNS
        )):  # fmt: skip
            return False
        i -= 1
    return False


_AGE_WORDS = frozenset(
    """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen twenty""".split()
)


def _is_year(tokens: Sequence[Token], q: Quantity) -> bool:
    text = tokens[q.number_first].text
    if not (len(text) == 4 and text.isdigit() and 1000 <= int(text) <= 2100):
        return False
    if int(text) < _CENTURY and _lower(tokens, q.first - 1) not in ("in", "of", "since"):
        return False
    if q.qualifier != "exactly":
        return False
    after = _lower(tokens, q.last)
    if after in _ONE_CASE:
        return True  # "the 1991 death of a woman"
    return after not in PERSON_NOUNS and after not in OUTCOME_HEADS
