"""The words of armed violence and of what only looks like it, in ACLED's event terms.

Each entry is a pattern over one sentence, the ACLED event and sub-event type it speaks of, the
weapon, and a strength: how surely the words alone tell of an occurrence of armed violence (1 =
no other reading, 0.3 = needs company).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

REMOTE = "Explosions/Remote violence"
BATTLES = "Battles"
CIVILIANS = "Violence against civilians"
RIOTS = "Riots"
PROTESTS = "Protests"
STRATEGIC = "Strategic developments"


@dataclass(frozen=True, slots=True)
class Form:
    """One way to speak of violence."""

    pattern: re.Pattern[str]
    event_type: str
    sub_event_type: str
    weapon: str | None
    strength: float
    stems: tuple[str, ...]


def _form(stems: str, kind: str, sub: str, weapon: str | None, strength: float, words: str) -> Form:
    r"""`stems`: one of them stands, in lower case, in any sentence that can match.

    A word that the form passes over, written ` \w+`, may be a possessive or hyphenated.
    """
    words = words.replace(r" \w+)", r" [\w'’-]+)").replace(r"crash)\w+)", r"crash)[\w'’-]+)")
    pattern = re.compile(rf"\b(?:{words})\b", re.I)
    return Form(pattern, kind, sub, weapon, strength, tuple(stems.split()))


_AIR = (
    r"air[ -]?(?:strikes?|raids?|attacks?|assaults?|bombardments?|bombings?|offensives?"
    r"|operations?)"
)
_CRAFT = (
    r"(?:war ?planes?|fighter jets?|jets?|aircraft|helicopters?|gunships?|planes|bombers?"
    r"|air force(?! (?:pilots?|airm[ae]n|personnel|members?|officers?|bases?|cadets?|crews?))"
    r"|drones?|UAVs?|unmanned aerial vehicles?)"
)
_HIT = (
    r"(?:bomb(?:ed|s|ing)?|hit(?:s|ting)?|str(?:uck|ikes?|iking)|target(?:ed|s|ing)?|attack(?:ed|s"
    r"|ing)?"
    r"|shell(?:ed|s|ing)?|pound(?:ed|s|ing)?|fir(?:ed|es|ing)|launch(?:ed|es|ing)?|dropp?(?:ed|s"
    r"|ing)?"
    r"|raid(?:ed|s|ing)?|kill(?:ed|s|ing)?|rain(?:ed|s|ing)?|carr(?:y|ied|ies|ying) out)"
)

# What is seized and is no place: "seized four rifles and a cache of explosives".
_THINGS = (
    r"(?:[\w-]+ ){0,4}?(?:weapons?|arms|fire-?arms?|guns?|rifles?|pistols?|explosives?|ammunition"
    r"|munitions|detonators?|grenades?|gelatin|caches?|hauls?|drugs?|narcotics|heroin|cocaine|cash|documents?"
    r"|suspects?|militants|cadres?|contraband|stocks?|stockpiles?|equipment|vehicles?)\b"
)

FORMS: tuple[Form, ...] = (
    # explosions and remote violence
    _form(
        "chemical sarin chlorine nerve mustard gas",
        REMOTE,
        "Chemical weapon",
        "chemical",
        0.9,
        r"(?:chemical|sarin|chlorine|nerve[- ]agent|mustard[- ]gas|poison(?:ous)?[- ]gas"
        r"|toxic[- ]gas)"
        r"(?: \w+){0,2} (?:attacks?|bombs?|bombing|shells?|strikes?|rockets?|weapons attack)",
    ),
    _form(
        "suicide blew blow",
        REMOTE,
        "Suicide bomb",
        "suicide bomb",
        1.0,
        r"suicide[- ](?:\w+[- ])?(?:bomb\w*|attack\w*|blasts?|explosions?|vests?|belts?|drone)"
        r"|bl(?:ew|own|ow|owing) (?:him|her|them)sel(?:f|ves) up|suicide (?:VB)?IED"
        r"|(?:ambulance|car|truck) bomb\w*(?: \w+){0,4} suicide",
    ),
    _form(
        "drone uav unmanned",
        REMOTE,
        "Air/drone strike",
        "drone",
        0.95,
        rf"(?:drone|UAV|unmanned aerial vehicle)s?(?: \w+)? (?:strikes?|attacks?|raids?|bombings?)"
        rf"|(?:drones?|UAVs?)(?: \w+){{0,4}} {_HIT}|explosives-laden drones?|suicide drones?",
    ),
    _form(
        "air jet plane helicopter gunship bomb drone raid strike straf cluster uav unmanned",
        REMOTE,
        "Air/drone strike",
        "aircraft",
        0.95,
        rf"{_AIR}|{_CRAFT}(?: (?!was |were |been |crash)\w+){{0,5}} {_HIT}"
        r"|(?:aerial|air) (?:bombardments?|bombings?|strikes?|attacks?)|barrel[- ]bombs?"
        r"|bombing raids?|bombing runs?|warplanes?|air[- ]to[- ]surface missiles?"
        r"|(?:government|regime|coalition|russian|israeli|turkish|us|u\.s\.|american|syrian|nato)"
        r"(?:[- ]led)? (?:raids?|strikes?)|strafed|aerial (?:act of )?aggression"
        r"|conducted (?:air)?strikes|strikes with|cluster (?:bombs?|munitions?)|raids on",
    ),
    _form(
        "grenade",
        REMOTE,
        "Grenade",
        "grenade",
        0.9,
        r"(?:hand[- ])?grenades?(?: \w+){0,4} (?:attacks?|blasts?|explosions?|thrown|exploded"
        r"|tossed"
        r"|hurled|lobbed|went off|detonated|blast)|(?:threw|thrown|hurled|tossed|lobbed|detonated"
        r"|exploded)(?: \w+){0,3} (?:hand[- ])?grenades?",
    ),
    _form(
        "bomb ied mine explo booby dynamit blew blow deton atgm device ordnance remnants",
        REMOTE,
        "Remote explosive/landmine/IED",
        "explosive",
        0.95,
        r"(?:car|truck|roadside|road-side|vehicle|motorcycle|bicycle|bus|nail|pipe|parcel|letter"
        r"|time"
        r"|remote-controlled|home-?made|sticky|magnetic|petrol|dynamite|ambulance"
        r"|backpack)[- ]bomb\w*"
        r"|VBIEDs?|IEDs?|improvised explosive\w*(?: devices?)?|land ?mines?|anti-personnel mines?"
        r"|booby[- ]?traps?|booby[- ]?trapped|home-?made explosives?"
        r"|explosive (?:devices?|charges?|ordnance)"
        r"|unexploded (?:ordnance|bombs?|shells?)|dynamite (?:attacks?|charges?|sticks?|blasts?)"
        r"|(?:war remnants|mine) (?:explosion|blast)s?|(?:hit|struck|stepped on|ran over|triggered"
        r"|drove over) (?:a |an )?"
        r"(?:land|road(?:side)? )?mine|mine(?: \w+){0,6} (?:went off|exploded|detonated)|ATGM"
        r"|road-?side mines?|mines? (?:killed|kills|wounded|injured|maimed)"
        r"|explosives?(?: \w+){0,6} (?:explod\w+|went off|detonat\w+)"
        r"|bomb(?:s|ing|ings|ed)?(?: \w+){0,6} (?:explod\w+|went off|detonat\w+|blast\w*|blew up"
        r"|attacks?"
        r"|planted|kill\w+|injur\w+|wound\w+)"
        r"|(?:explod\w+|detonat\w+|planted|set off|placed|hurled|threw)(?: \w+){0,3} (?:bombs?"
        r"|dynamite"
        r"|explosives?|devices?)|dynamited|blew up|blown up|blowing up|bomb blasts?|twin bombings?"
        r"|bombings?|mine explo\w+",
    ),
    _form(
        "shell artillery mortar rocket missile tank bombard cross-border grenade projectile",
        REMOTE,
        "Shelling/artillery/missile attack",
        "artillery",
        0.95,
        r"shell(?:ed|ing|ings|fire)|shells? (?:hit|fell|landed|struck|fired|exploded|targeted)"
        r"|(?:artillery|mortars?|rockets?|missiles?|tank)(?: \w+){0,3} (?:fire|attacks?|strikes?"
        r"|shells?|hit"
        r"|fell|landed|struck|barrages?|fired|rounds?|shelling|bombardments?|explod\w+|kill\w+"
        r"|target\w+)"
        r"|(?:fir(?:ed|ing|es)|launch(?:ed|ing|es)?|hit by|struck by)(?: \w+){0,4} (?:rockets?"
        r"|missiles?"
        r"|shells?|mortars?|artillery|projectiles)|bombard(?:ed|ing|ment|ments|s)|cross-border fire"
        r"|missile strikes?|rocket attacks?|artillery|mortar rounds?|projectiles?"
        r"|grenade launchers?|missile aggression"
        r"|(?:hit|struck)(?: [\w']+){0,8} with (?:an? |\w+ )?(?:missiles?|rockets?|artillery)",
    ),
    # battles
    _form(
        "recaptur retak retook regain recover liberat",
        BATTLES,
        "Government regains territory",
        None,
        0.85,
        r"(?:army|troops|government forces|regime forces|security forces|soldiers|military)"
        r"(?: \w+){0,4} (?:recaptur\w+|retak\w+|retook|regain\w+|recover\w+ control|liberated)"
        r"|(?:regain\w*|recaptur\w+)(?: \w+){0,3} territor\w+"
        r"|(?:recaptur\w+|retook|retaken|regained) (?:control of )?(?:the )?(?:village|town|city"
        r"|area|district)",
    ),
    _form(
        "captur seiz overran overrun control take taking taken took occup liberat",
        BATTLES,
        "Non-state actor overtakes territory",
        None,
        0.85,
        r"(?:rebels?|militants?|insurgents?|fighters|guerrillas|jihadists?|islamic state|isis"
        r"|taliban"
        r"|houthis|gunmen|forces|militias?|factions?|HTS|SDF|front|army"
        r"|regime)"
        r"(?: (?!was |were )[\w'’-]+){0,4} (?:captur\w+|seiz\w+|overr[au]n|took control"
        rf"|tak(?:e|en|ing) over|took over|occup(?:y|ied))(?! {_THINGS})"
        r"|(?:t(?:ook|aking|aken|ake)|seiz\w+|los(?:t|ing)|solidif\w+|establish\w+|gain\w*"
        r"|achiev\w+)"
        r"(?: \w+){0,3} control (?:of|over)|taking it over|taken over by|liberated from",
    ),
    _form(
        "clash gun fire fight shoot battl confront combat fought hostil infiltr operation firing "
        "incursion repel repuls control storm overran snip cross ambush skirmish attack kill",
        BATTLES,
        "Armed clash",
        "firearms",
        0.85,
        r"fought (?:with |against |in |for )?(?:the |an? )?(?!(?:and|or|to|off|back|over|hard"
        r"|bravely|who|through|about|his|her|my|their|its|our|valiantly|alongside|on|as|in|for|at|that|this"
        r"|it|so|when|while|during|under|from|by|all|many|wars?|battles?|cancer)\b)\w+|(?:forces|militias?|fighters|army"
        r"|rebels|troops|SDF|YPG"
        r"|FSA|HTS|factions)(?: \w+){0,6} (?:fought|battl(?:ed|ing))|battled|renewed hostilities"
        r"|infiltration attempts?"
        r"|clearance operations?|clash(?:es|ed|ing)?(?! (?:over|of|about))|gun ?(?:battles?"
        r"|fights?)|firefights?|shoot[- ]?outs?|exchanges? of fire"
        r"|exchanged (?:gun)?fire|(?:fierce|heavy|intense|armed) (?:fighting|battles?"
        r"|confrontations?"
        r"|combat|clashes)|ambush(?:ed|es|ing)?|fighting (?:between|broke out|erupted|continued|in"
        r"|with)"
        r"|fir(?:ed|ing) (?:\w+ ){0,3}(?:at|on) (?:the )?positions|incursions?|repelled|repulsed"
        r"|(?:tried|attempted) to (?:establish|take|seize|gain) control"
        r"|battles? (?:between|with|erupted|raged|in)|skirmish\w*|counter-?attack\w*|infiltrated"
        r"|confrontations? (?:between|with|in)|stormed|overran|sniper\w* (?:fire|shots?)"
        r"|snip(?:ed|er|ers|ing)|crossfire|cross-fire|attacked (?:a |an "
        r"|the )?(?:\w+ ){0,3}(?:checkpoint"
        r"|outpost|base|barracks|convoy|patrol|garrison|police station|military)"
        r"|killed in (?:action|combat|fighting|battle|clashes)",
    ),
    # protests and riots
    _form(
        "protest demonstrat march rally crowd",
        PROTESTS,
        "Excessive force against protesters",
        "firearms",
        0.9,
        r"(?:opened fire|fired|shot|live (?:ammunition|rounds|fire|bullets)"
        r"|tear ?gas)(?: \w+){0,6} "
        r"(?:protest\w*|demonstrat\w*|marchers|rally|crowd)"
        r"|(?:protest(?:e|o)rs?|demonstrators?)(?: \w+){0,6} (?:killed|shot|wounded|injured|dead)",
    ),
    _form(
        "lynch mob beat stone communal angry vigilante",
        RIOTS,
        "Mob violence",
        None,
        0.9,
        r"lynch\w*|mobs?(?: \w+){0,4} (?:killed|beat\w*|attack\w+|burn\w*|set|stoned|torched"
        r"|lynched)"
        r"|beaten to death|mob (?:violence|justice|attack)|stoned to death|communal (?:clashes"
        r"|violence|riots?)"
        r"|angry (?:mob|crowd|residents|villagers)|vigilante (?:justice|killing)",
    ),
    _form(
        "riot violent stone burn loot molotov",
        RIOTS,
        "Violent demonstration",
        None,
        0.8,
        r"riot(?:s|ing|ed|ers?)?\b|violent (?:protests?|demonstrations?)|threw stones"
        r"|stone-throwing"
        r"|burned tires|loot(?:ed|ing|ers)|molotov",
    ),
    # violence against civilians
    _form(
        "rap sexual",
        CIVILIANS,
        "Sexual violence",
        None,
        0.85,
        r"(?:gang[- ])?rap(?:ed|es|ing)\b|raping|gang[- ]rape|sexual(?:ly)? (?:violence"
        r"|assault\w*|abus\w+)",
    ),
    _form(
        "kidnap abduct hostage disappear captive hijack",
        CIVILIANS,
        "Abduction/forced disappearance",
        None,
        0.85,
        r"kidnap\w*|abduct\w*|taken hostage|hostages?(?: \w+){0,3} (?:taken|seized|held|killed"
        r"|released|freed)"
        r"|hostage-taking|forcibly disappeared|forced disappearances?|held captive|hijack\w*"
        r"|hold(?:s|ing)? hostage|held (?:as )?(?:\w+ )?hostages?|took hostage",
    ),
    _form(
        "shot gun shoot fire armed bullet riddled kill weapon hunting",
        CIVILIANS,
        "Attack",
        "firearms",
        0.9,
        r"shot (?:dead|and (?:killed|wounded|injured|critically)|to death|him|her|them|several"
        r"|multiple|twice"
        r"|three times|in the|at|by|while|during|outside|inside|on|near|after|multiple times"
        r"|him ?self|her ?self)"
        r"|gunned down|(?:fatal(?:ly)?|deadly|mass|drive-by|school|police|accidental(?:ly)?"
        r"|non-fatal"
        r"|officer-involved|double|triple|quadruple)[- ](?:shootings?|shot|stabb\w+|wounded)"
        r"|shootings?|opened fire|gun ?(?:fire|shots?|man|men|violence)|gunshot\w*|open(?:s"
        r"|ing)? fire"
        r"|shot and|(?:was|were|been|being|got|and|who|man|woman|boy|girl|teen|victim|officer"
        r"|people) shot"
        r"|shoot(?:s|ing)? (?:and|dead|at|him|her|himself|herself|them)|armed (?:men|attack\w*"
        r"|assault\w*|robber\w*)"
        r"|machine-?gun\w*|submachine ?guns?|riddled|bullets?|bullet-riddled|shooters?|shot a"
        r"|shot the"
        r"|suffering from (?:a |an apparent )?gunshot|kills? (?:self|man|woman|wife|husband"
        r"|officer|suspect)"
        r"|fires? shots?|fired (?:shots?|upon|on|several|at|into)|shots? (?:fired|rang)|shoot-?up"
        r"|(?:hand)?gun accident|hunting accident|shoots (?:self|\w+)|gun went off"
        r"|(?:hand)?gun discharg\w+|weapon (?:discharg\w+|went off)|shot (?:sleeping|man|woman"
        r"|teen|boy|girl)",
    ),
    _form(
        "stab kni hack machete behead decapit throat dismember",
        CIVILIANS,
        "Attack",
        "blade",
        0.85,
        r"stabb(?:ed|ing|ings)|hacked(?= (?:and|an|a|to|the|\w+ \w+ to death))|knif(?:e|ed"
        r"|ing) attacks?|hack(?:ed|ing)(?: \w+){0,3} (?:to death|machetes?|people"
        r"|civilians|him|her|them)|machetes?|behead\w*|decapitat\w*|throats? (?:slit|cut)"
        r"|slit(?: \w+){0,3} throats?"
        r"|hacked to death|dismember\w*",
    ),
    _form(
        "arson fire ablaze alight torch burn burnt incendiary firebomb",
        CIVILIANS,
        "Attack",
        "arson",
        0.8,
        r"arson\w*|set (?:fire to|ablaze|alight|on fire)(?: \w+){0,3}|torch(?:ed|ing)|burn(?:ed"
        r"|t) (?:down|alive"
        r"|to death)|incendiary|firebomb\w*|houses? (?:were )?(?:burn\w+|torched)"
        r"|burned(?: \w+){0,3} "
        r"(?:houses?|homes?|vehicles?|buses|bus|churches|villages?|huts?)",
    ),
    _form(
        "massacr execut assassin murder slain slaughter homicid extra summar cleansing grave "
        "tortur lynch gunm assail attack militant raid terror bodies kill butcher crucif hang "
        "strang bludgeon poison lost sabotag death vandal dead",
        CIVILIANS,
        "Attack",
        None,
        0.85,
        r"massacr\w*|execut(?:ed|ion of|ions of|ing)\b|assassinat\w*|murder(?!ers?\b)\w*|slain"
        r"|slaughter\w*|homicides?"
        r"|extra-?judicial\w*|summar(?:y|ily) execut\w+|ethnic cleansing|mass graves?|tortur\w*"
        r"|lynching"
        r"|gunmen|assailants?|attackers?|militants? (?:kill\w+|attack\w+|storm\w+)|raid(?:ed"
        r"|ers?) (?:a |the )?"
        r"(?:village|town|camp|home|house)|terror(?:ist)? (?:attacks?|acts?|actions?)|bodies of"
        r"|dead bodies"
        r"|killings?|killed by|butchered|crucif\w+|hanged|strangl\w+|bludgeon\w*|poisoned"
        r"|lost their lives"
        r"|acts? of terrorism|sabotage|death squads?|vandali[sz]\w+|rebel attacks?|found dead"
        r"|put to death|(?:forces|rebels?|militants?|militiam[ae]n|soldiers?|troops|police"
        r"|raiders?"
        r"|rustlers?|tribesmen|herdsm[ae]n|herders?|bandits?|terrorists?|insurgents?|fighters?"
        r"|gangsters?|thugs|armed"
        r" (?:men|individuals|persons|group)|unknown (?:men|persons|individuals)|pirates?|Taliban"
        r"|ISIS|ISIL|IS|Boko Haram"
        r"|al-Shabaab|Seleka|supporters|jihadists?|vigilantes?|poachers?|kidnappers?|robbers?"
        r"|assassins?)(?: (?!was|were|been|be|being|are|is\b)\w+){0,5} "
        r"kill(?:ed|s|ing)",
    ),
    _form(
        "siege fighting battle offensive fell eliminat neutrali",
        BATTLES,
        "Armed clash",
        None,
        0.7,
        r"(?:died|killed|fell|dead|fallen|wounded|injured)(?: \w+){0,3} (?:in|during) (?:the )?"
        r"(?:siege|fighting|battle|offensive)"
        r"|(?:eliminat|neutrali[sz])(?:ed|ing)(?: \w+){0,3} (?:terrorists?|militants?|rebels?"
        r"|insurgents?|fighters?|gunm[ae]n|jihadists?)",
    ),
    _form(
        "strike",
        REMOTE,
        "Air/drone strike",
        None,
        0.6,
        r"(?:dead|killed|died|deaths?|wounds?|wounded|injured|injuries|bodies)(?: \w+){0,3} (?:in"
        r"|after|from|by) (?:the|a|an|that) strikes?(?! (?:by|over|at|action|began|ended))"
        r"|strikes? (?:carried out|launched) by"
        r"|(?:the|a|that) strikes? (?:caused|left|claimed|injured|wounded|destroyed)",
    ),
    _form(
        "shot fired gun discharg",
        CIVILIANS,
        "Attack",
        "firearms",
        0.6,
        r"(?<!\ba )(?<!\bthe )(?<!\bhis )(?<!\blong )(?<!\bher )shot(?! (?:of|put|glass|clock|wide"
        r"|on goal))"
        r"|fired (?:with|at|on|upon)|gunm[ae]n|gun men|(?:fired|discharged)(?: \w+){1,6} (?:at"
        r"|towards|on)",
    ),
    _form(
        "attack assault raid beat strike explo blast bomb aggress burnt ambush infiltr invad kill "
        "injur wound",
        CIVILIANS,
        "Attack",
        None,
        0.6,
        r"attack(?:s|ed|ing)?|assault(?:s|ed|ing)?(?! rifle)|raid(?:s|ed)?"
        r"|beat(?:en|ing|s)?(?= (?:up|by|a|an|the|people"
        r"|him|her|them|(?:\w+ )?(?:people|men|women|residents|villagers|farmers|traders"
        r"|students|workers|civilians|protesters|migrants|refugees))\b)"
        r"|(?:gunm[ae]n|group|militia\w*|paramilitar\w+|troops|forces|assailants?|attackers?"
        r"|militants|soldiers)(?: \w+){0,2} (?:injur(?:e|es|ed)|wound(?:s|ed)?)"
        r"(?= (?:an?|the|at least|\d+|two|three|four|five|six|seven|eight|nine|ten|several)\b)"
        r"|strikes? (?:on|in|against|kill\w*|hit"
        r"|target\w*)|explosions?"
        r"|blasts?|exploded|bomb(?:s|ed)?|aggression|burnt body|ambushers?|infiltrat\w+"
        r"|invad(?:ed|ing)|kill(?:s|ed|ing)?(?: \w+){0,4} (?:militants?|terrorists?|rebels?"
        r"|insurgents?|guerrillas?"
        r"|fighters?|soldiers?|policem[ae]n|civilians?|villagers?|chiefs?|commanders?|gang)",
    ),
    _form(
        "offensive kill victim violence martyr wound arm gun pistol rifle weapon died combat "
        "terror insurg jihad guerrilla besieg",
        CIVILIANS,
        "Attack",
        None,
        0.4,
        r"offensives?|kill(?:s|ed|ing)?|victims?|violence|martyr(?:ed|s|dom)?|wounded"
        r"|fire[- ]?arms?|guns?"
        r"|pistols?|rifles?|weapons?|died (?:from|of) (?:his|her|their) (?:wounds|injuries)"
        r"|combats?"
        r"|(?<!anti-)(?:terrorists?|insurgents?|jihadists?|guerrillas?)"
        r"|besieg(?:es|ing)|besieged (?:by|the)",
    ),
    # strategic developments
    _form(
        "arrest detain detention captured rounded",
        STRATEGIC,
        "Arrests",
        None,
        0.3,
        r"arrest(?:s|ed|ing)?|detain(?:ed|s|ing)|detention of|captured|rounded up",
    ),
)

# What speaks of another world than armed violence: topic, words, and how many distinct hits in a
# short text make it the topic.
TOPICS: dict[str, re.Pattern[str]] = {
    "sport": re.compile(
        r"\b(?:goals?|scor(?:e|ed|er|ers|ing)|goalkeepers?|strikers?|midfield\w*|defenders?"
        r"|penalt(?:y|ies)"
        r"|match(?:es)?|league|cup|coach(?:es)?|teams?|players?|half-?time|season|tournament"
        r"|champion\w*"
        r"|football|soccer|cricket|basketball|baseball|touchdown|innings|wickets?|playoffs?"
        r"|quarterback"
        r"|won \d+[-–]\d+|lost \d+[-–]\d+|\d+[-–]\d+ (?:win|victory|defeat|draw|loss)"
        r"|visitors|forwards?"
        r"|supporters|fans|interval|last[- ]minute|home side|away side|the hosts|equali[sz]er"
        r"|(?:ended|finished|stood) \d+[-–]\d+|rivals|crossbar|hit the (?:bar|post)|goal ?posts?"
        r"|champions?|strike force|hit the target|on target"
        r"|goal ?keeper|keeper|from distance"
        r"|stadium|semi-?finals?|derby|headers?|fixtures?|kick-?off)\b",
        re.I,
    ),
    "disaster": re.compile(
        r"\b(?:earthquakes?|quakes?|aftershocks?|magnitude|tsunami|floods?|flooding|flooded"
        r"|hurricanes?|cyclones?"
        r"|typhoons?|tornado(?:es)?|landslides?|mudslides?|avalanches?|volcan\w+|eruption|drought"
        r"|monsoon|storms?"
        r"|wildfires?|bush ?fires?|heat ?waves?|seismic|epicent\w+|richter|lightning|blizzard)\b",
        re.I,
    ),
    "disease": re.compile(
        r"\b(?:cholera|ebola|covid(?:-19)?|coronavirus|pandemic|epidemic|outbreak|measles|malaria"
        r"|polio|dengue"
        r"|influenza|flu|virus|vaccin\w+|famine|malnutrition|infect(?:ed|ions?)|diarrh\w+"
        r"|meningitis)\b",
        re.I,
    ),
    "traffic": re.compile(
        r"\b(?:bus(?:es)? (?:crash\w*|plung\w*|overturn\w*|fell|accidents?|falls?|collision)"
        r"|car crash\w*"
        r"|(?:road|traffic|bus|train|car|plane|motor|rail) accidents?|collid\w+|collision"
        r"|overturn\w*|derail\w*"
        r"|ravine|head-on|minibus|capsiz\w*|ferry|drunk driv\w+|skidd\w+|crash(?:ed|es)? into"
        r"|veer\w*|tyre|tire burst"
        r"|plane crash|rollover|shipwreck|gorge|ditch|bus (?:\w+ ){0,3}(?:fell|plunged"
        r"|overturn\w+))\b",
        re.I,
    ),
    "accident": re.compile(
        r"\b(?:mine (?:collapse|accident)|building collaps\w*|collaps\w+|gas leak|gas explosion"
        r"|boiler|factory fire"
        r"|stampede|drown\w*|electrocut\w*|chemical plant|kitchen fire|short circuit|gas cylinder"
        r"|accidental fire)\b",
        re.I,
    ),
    "history": re.compile(
        r"\b(?:anniversar\w+|commemorat\w+|memorial (?:service|day|ceremony)|remembrance"
        r"|world war (?:i|ii|one|two)"
        r"|wwi+|first world war|second world war|centenary|veterans?|history of|historian\w*"
        r"|19(?:1\d|3\d|4[0-5])"
        r"|holocaust|nazi\w*)\b",
        re.I,
    ),
    "tribunal": re.compile(
        r"\b(?:ICC|ICTY|ICTR|tribunals?|war crimes|crimes against humanity|genocide|the hague"
        r"|international criminal"
        r" court|life (?:sentence|in (?:prison|jail))|jail(?:s|ed)|years in (?:jail|prison)"
        r"|convict(?:ed|s|ion)|sentenc(?:ed|es|ing)|verdict|acquitt\w+"
        r"|appeals? (?:court|chamber|judges)|judges? (?:convict\w+|sentenc\w+|found|reject\w+"
        r"|uph\w+)|indict\w+)\b",
        re.I,
    ),
    "fiction": re.compile(
        r"\b(?:films?|movies?|actress|novels?|review of|film review|video ?games?|thriller|sequel"
        r"|zombies?|copies|gamers?|comed(?:y|ies)|reviews?|critics?"
        r"|(?:first|second|third|new) season"
        r"|studios?|musicals?"
        r"|box office|screenplay|cinema|episode|starring|trailer|war film|film-?makers?)\b",
        re.I,
    ),
    "labour": re.compile(
        r"\b(?:(?:general|labou?r|hunger|transport|teachers'?|workers'?|miners'?|rail|pilots'?"
        r"|doctors'?|nurses'?) strikes?"
        r"|unions?|walk-?outs?|strikers|wages?|pay rise|work stoppage|picket\w*"
        r"|collective bargaining|on strike)\b",
        re.I,
    ),
    "diplomacy": re.compile(
        r"\b(?:talks|negotiations?|negotiators?|summit|conference|delegations?|envoy|mediator"
        r"|peace process|treaty"
        r"|dialogue|deliver(?:y|ed)|budget|elections?|parliament|ministers?|economy|economic|trade"
        r"|agreement"
        r"|sanctions|resolution|ambassador|visit)\b",
        re.I,
    ),
}
# A report on one of these is not on armed violence unless violence stands beside it.
HARD_TOPICS = ("sport", "disaster", "disease", "traffic", "accident", "fiction")
INTERNATIONAL_COURT = re.compile(
    r"\b(?:ICC|ICTY|ICTR|(?:war crimes|international|un|u\.n\.|special) (?:tribunal|court)|tribunal"
    r"|international criminal|the hague|war crimes|genocide|crimes against humanity)\b",
    re.I,
)

# Figures of speech and institutions that hold the words of violence without any.
IDIOMS = re.compile(
    r"\b(?:(?:battl(?:ed|es|ing)|fought|fight(?:s|ing)?) (?:\w+ ){0,3}(?:blazes?|flames|fires?"
    r"|wildfires?|cancer|floods?|snow|traffic)"
    r"|kill(?:ed|s|ing)? off|heart attacks?|panic attacks?|asthma attacks?|shark attacks?"
    r"|(?:slaughter|massacr|murder|hammer|thrash|crush)ed(?: \w+){0,4} \d+[-–]\d+"
    r"(?= (?:in|at|on|away|before|after|to)\b|[.,])"
    r"|shot down (?:an? |the )?(?:\w+ )?(?:bid|offer|proposals?|plans?|idea|requests?|suggestions?"
    r"|motion|amendment|claims?)"
    r"|kill(?:s|ed)? (?:[\w.,]+ ){0,5}(?:a|every|each|per) (?:year|day)"
    r"|(?:a|the|huge|big|massive) (?:\w+ )?(?:fire|blaze|avalanche|landslide|mudslide|flood|storm"
    r"|quake|earthquake|crash|collision|collapse|stampede|accident|wildfire|outbreak|heatwave)"
    r"(?: (?!set\b|started\b|by\b|and\b|opened\b|that\b)[\w-]+){0,6} kill(?:ed|s|ing)"
    r"|killed (?:\w+ ){0,3}?(?:by|in) (?:an? |the )?(?:\w+ )?(?:avalanches?|landslides?"
    r"|mudslides?|floods?|flooding|earthquakes?|quake|lightning|hurricane|typhoon|cyclone|tornado"
    r"|cancer|tuberculosis|disease|virus|malaria|cholera|collision|derailment|stampede"
    r"|sharks?|elephants?|crocodiles?|lions?|tigers?|snake|smoking)"
    r"|execut(?:ed|es|ing) (?:(?:a|the|an|several|two|search|arrest) ){0,3}"
    r"(?:warrants?|orders?|contracts?)|green shoots"
    r"|cyber-?attacks?"
    r"|verbal attacks?|attack on"
    r" (?:his|her|the) (?:record|character|policy|policies)|photo ?shoots?|film shoot\w*"
    r"|shooting (?:range|stars?"
    r"|guard|hoops|percentage)|shot (?:clock|put|glass|of)|long shot|big shot|one shot|flu shots?"
    r"|free kick"
    r"|penalty shoot-?outs?|shoot-?out (?:win|victory|loss)|strikes? (?:a )?(?:deal|balance"
    r"|agreement|out|chord)"
    r"|lightning strikes?|bird strikes?|strike (?:action|ballot|zone)|on strike|struck (?:a "
    r"|an )?(?:deal|agreement|out"
    r"|chord|by lightning)|bombshell\w*|photobomb\w*|kill(?:ed)? the bill|killer whale"
    r"|shot up(?! (?:the|a|an|his|her|their|by|with)\b)"
    r"|time bomb of|fire department"
    r"|fire(?:fighters?| station| chief)|under fire for|came under fire (?:for|from critics)"
    r"|blast from the past"
    r"|battle (?:against|with) (?:cancer|obesity|disease|drugs)|battle of the|murder mystery"
    r"|shell company"
    r"|rally (?:in|of) (?:shares|stocks)|gold rush|the striker|strikers? need|blasted shots?"
    r"|gunners|arsenal"
    r"|opposition attacks?|attacking (?:midfielder|football|play)|clash of (?:the )?(?:titans"
    r"|teams|styles)"
    r"|mine workers|raid(?:ed)? the fridge|crossfire of words|war of words|hit by a (?:car|bus"
    r"|truck|train))\b",
    re.I,
)
