"""Word lists by which place names are told from other capitalised words."""

from __future__ import annotations

import re


def words(text: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(text.split())


# Countries whose names need no romanisation: another spelling there is another place.
ENGLISH_NAMES = frozenset(("US", "GB", "CA", "AU", "NZ", "IE"))
# Small words inside names.
PARTICLES = words(
    """
    al el ar as ash an at ad az de del della di da do dos das du des la las los le les al-
    ed ez es et en e y i bin ibn abu umm sur
    """
)
# Words that end a run of capitalised words though they are capitalised themselves.
BREAKS = words(
    """
    january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday in on at by of to from with as
    if then than after before during while until since because although though however
    meanwhile also and but or nor so yet for the a an this that these those there here who
    what when where why how which he she it they we you i near around between across over
    under along
    """
)
# Capitalised words that are no place standing alone, though some place is called so.
NOT_PLACES = words(
    """
    kill kills killed dead dies injured wounded attack attacks today
    same hand plan bank port capital border time air charge order area metro valley early late
    colonia barrio finca vereda sitio purok barangay brgy zone sector rayon
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday
    friday saturday sunday mon tue wed thu fri sat sun i we he she it they you the a an this
    that these those there here who what when where why how which and but or nor so yet for
    in on at by of to from with as if then than after before during while until since
    because although though however meanwhile also mr mrs ms dr prof sir president minister
    general gen colonel col major maj captain capt lieutenant lt sergeant sgt sheikh imam
    mullah king queen prince senator sen rep governor gov mayor chief god allah islam
    islamic muslim muslims christian christians jew jews jewish sunni sunnis shia shiite
    shiites kurd kurds arab arabs arabic english army navy police force forces government
    parliament state states united nations nation security council ministry people men women
    children no not yes all some many most more several both each every any other another
    new old first second third last next one two three four five six seven eight nine ten
    hundreds dozens thousands least reuters ap afp xinhua photo video source sources read
    share follow click comments copyright rights reserved news report reports reported today
    yesterday tomorrow war peace civil human group city town village province district
    region north south east west northeast northwest southeast southwest northern southern
    eastern western central upper lower
    international world national federal local union party front brigade division battalion
    isis isil daesh is un nato eu taliban hamas hezbollah al-qaeda qaeda university school
    hospital street road avenue airport church mosque passover christmas easter ramadan
    thanksgiving halloween olympic olympics congress senate pentagon kremlin internet
    facebook twitter youtube google according witnesses activists officials residents
    militants rebels fighters troops soldiers gunmen
    """
)
# A first word that makes a run a person.
TITLE_WORDS = words(
    """
    mr mrs ms dr president sheikh gen sir judge officer sgt lt col
    """
)
DIRECTIONS = words(
    """
    north south east west northern southern eastern western central northeast northwest
    southeast southwest northeastern northwestern southeastern southwestern upper lower
    rural
    """
)
# What divisions are called in one country alone: "the X upazila" lies in Bangladesh.
LOCAL_TERMS: dict[str, str] = {
    "upazila": "BD",
    "barangay": "PH",
    "sitio": "PH",
    "local government area": "NG",
    "lga": "NG",
    "woreda": "ET",
    "kebele": "ET",
    "taluk": "IN",
    "panchayat": "IN",
    "corregimiento": "CO",
}
# After or before a place name these make an organisation, a street or an event of it.
ORGANISATION = re.compile(
    r"^(?:University|College|School|Institute|Academy|Ministry|Minister|Department|Office|Bureau"
    r"|Agency|Authority|Party|Front|Army|Brigades?|Battalion|Council|Media|Cent(?:er|re)|News"
    r"|Network|Observatory|Times|Post|Herald|Tribune|Gazette|Journal|Daily|Chronicle|Telegraph"
    r"|Police|Courts?|Committee|Commission|Corps|Club|Company|Inc|Corp|Ltd|Association|Coalition"
    r"|Forces?|Movement|Bank|Foundation|Organi[sz]ation|Society|Museum|Library|Theatre|Theater"
    r"|Airlines?|Airways|Group|Alliance|League|Cup|Shield|Operations?|Operation|Room|Campaign"
    r"|Watch|International|Revolution|Revolutionary|Liberation|Command|Guards?|Regiment"
    r"|United|FC|Rangers|Tigers|Eagles|Bulldogs|Wildcats|Street|St|Road|Rd|Avenue|Ave|Drive|Lane"
    r"|Blvd|Boulevard|Highway|Building|Tower|Hotel|Accords?|Agreement|Treaty|Pact|Declaration"
    r"|Process|Conference|Summit|Press|Radio|TV|Television|Online|Today)$"
)
# These leave the place a place: "Hama military airport", "Aleppo countryside".
FACILITY = re.compile(
    r"^(?:[Aa]irport|[Aa]ir|[Aa]irbase|[Aa]irfield|[Mm]ilitary|[Hh]ospital|[Pp]rison|[Cc]amp"
    r"|[Bb]ase|[Bb]ridge|[Cc]rossing|[Dd]am|[Mm]arket|[Mm]osque|[Cc]hurch|[Cc]ity|[Cc]ounty"
    r"|[Pp]arish|[Pp]rovince|[Gg]overnorate|[Dd]istrict|[Tt]own|[Tt]ownship|[Vv]illage|[Ss]tate"
    r"|[Rr]egion|[Oo]blast|[Cc]ountryside|[Ss]quare|[Ss]ector|[Ff]ront|Local|Government|LGA|Area|[Cc]ommunity|[Ss]ub-?[Dd]istrict|[Dd]ivision|[Rr]oad|[Hh]ighway)$"
)
