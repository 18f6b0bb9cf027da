"""Harm that no arm did: nature, accidents, sickness, animals; and violence that is none at all.

Words such as "killed", "dead" or "explosion" tell that people came to harm, not that anybody
harmed them. Where the sentence names another cause, and nothing in it speaks of arms, they are no
news of violence. Nor is a figure of speech ("an attack on the budget"), a drill or a test.
"""

from __future__ import annotations

import re

from bearwitness.claims.lexicon import PERSON_NOUNS

_NATURE = r"""
earthquakes? quakes? aftershocks? tremors? tsunamis? floods? flooding flash-floods? floodwaters?
hurricanes? cyclones? typhoons? tornado(?:es)? twisters? landslides? mudslides? rockslides?
rockfalls? avalanches? volcano(?:es)? eruptions? lava droughts? monsoons? snowstorms?
sandstorms? thunderstorms? rainstorms? hailstorms? windstorms? snowfall lightning blizzards?
heatwaves? wildfires? bushfires? rains downpours? gales? frost sinkholes? cloudbursts?
whirlpools? rip_currents? heat_waves? cold_(?:snap|wave|spell) forest_fires? bush_fires?
(?:the|a|tropical|winter|dust|severe|heavy|violent|powerful)_storms?(?!_(?:water|drain))
heavy_rain dam_burst\w* burst_dam high_winds strong_winds freezing_temperatures
"""
_SICKNESS = r"""
cholera ebola covid(?:-19)? coronavirus pandemic epidemics? outbreaks? measles malaria polio
dengue influenza flu virus(?:es)? vaccin\w+ famine malnutrition infections? diarrh\w+ meningitis
typhoid tuberculosis plague cancer leukaemia leukemia diabetes pneumonia sepsis hiv aids
hepatitis tetanus rabies botulism mushrooms? methanol moonshine overdos\w+ smoking tobacco
obesity asthma childbirth anthrax tumou?rs? dementia strokes? salmonella cirrhosis
heart_(?:attacks?|disease|failure) old_age natural_causes (?:long|short|brief)_illness
food_poisoning alcohol_poisoning
(?:contaminated|bootleg|tainted|adulterated|illicit|toxic|fake)_(?:alcohol|liquor|drink)
(?:contaminated|tainted|adulterated|toxic|fake)_(?:medicine|syrup|food|water|milk|oil)
cough_syrup in_(?:his|her)_sleep air_pollution frauds? scams? swindl\w+ embezzl\w+ bribe\w*
lung_disease carbon_monoxide drug_use
"""
_TRANSPORT = r"""
collid\w+ collisions? capsiz\w+ overturn\w* derail\w* shipwreck\w* skidd\w+ drown\w* rollovers?
pile-?ups? head-on hit-and-run level_crossing lost_control drunk(?:en)? accidentally speeding brakes
tyre_burst burst_tyre fell_asleep
(?:train|plane|bus|car|road|motorcycle|motorbike|truck|vehicle|boat)_(?:crash(?:es)?|wrecks?)
helicopter_crash air_crash motorway_crash crash-land\w* engine_failure accidents?
(?:plung\w+|f(?:e|a)lls?|falling|veer\w*|roll(?:ed|s)|slid|slides)_(?:off|into|down|from|over)
crashed in_a_crash in_the_crash crash_(?:site|landing)
(?:helicopter|plane|aircraft|train|bus|truck|jet|boat)s?_crash flipped_over vehicle_flipped
mishap peloton
went_over_the_(?:edge|side)
(?:ferry|boat|ship|dinghy|vessel|barge|trawler|canoe|raft|vehicle)s?_(?:\w+_){0,3}?(?:sank|sinks|sinking|sunk)
road_deaths traffic_deaths level-crossing oncoming swerv\w+ ravine
"""
_STRUCTURE = r"""
stampedes? crowd_crush electrocut\w* boilers? fireworks? firecrackers? silo sawmill gas_leaks?
gas_(?:explosions?|cylinders?|mains?|pipes?|pipeline|tank|stove|bottles?|blast) methane
short_circuits? electrical_faults? faulty_wiring heaters? stoves? candles? scald\w* scaffold\w*
cranes? gave_way toppl\w+ (?:coal|gold|copper|tin|diamond|salt|iron)_mines? mine_collapse
mine-?shaft
(?:tunnel|bridge|building|wall|roof|mine|pit|tower|block|structure)s?_(?:\w+_){0,3}?(?:collaps|toppl)\w+
(?:balcony|dam|church|school|stand|ceiling|shaft)_(?:\w+_)?collaps\w+ collapse_of_(?:a|the)_\w+
fairground roller-?coaster hot-air_balloon parachut\w+ skydiv\w+ climbers? mountaineers? hikers?
skiers? snowboarders? kayakers?
(?:chemical|fireworks|fertili[sz]er|paint|textile|garment|sugar|steel|paper|cement)_(?:factory|plant|mill|works|warehouse)
natural_gas
(?:explosions?|blasts?)_(?:[\w-]+_){0,6}?(?:factory|factories|refinery|sawmill|quarry|distillery)
safety_(?:breach\w*|rules|failings|standards) caught_fire burst_into_flames electric_shock
(?:the|a|an|house|kitchen|nightclub|hotel|factory|warehouse|hospital|flat|prison|market)_FIRE
(?:basement|attic|garage)_FIRE
(?:deadly|huge|massive|big|hostel|apartment|dormitory|home|tower|bus|mill|school)_FIRE blazes?
inferno
"""
_ANIMALS = r"""
wol(?:f|ves) bears? lions? leopards? tigers? elephants? hippos? hippopotamus(?:es)? crocodiles?
alligators? snakes? cobras? vipers? sharks? bees? wasps? hornets? bulls? hounds? dogs?
buffalo(?:es)? rhinos? hyenas? scorpions? jellyfish stingrays? monkeys? baboons? boars? jaguars?
pumas? cougars?
"""
_BEASTS = r"""
sheep lambs? goats? cattle cows? calves oxen pigs? hogs? horses? donkeys? mules? camels? deer
elks? moose antelopes? hens? chickens? poultry ducks? geese turkeys? birds? dolphins? whales?
seals? foxes badgers? rabbits? hares? gorillas? cats? livestock reindeer ponies pony herds?
flocks? pheasants? swans? mink fish salmon animals? rats? mice locusts? insects? mosquito(?:es)?
kangaroos? wolf_cubs?
"""
_ABSTRACT = r"""
jobs? bills? plans? proposals? motions? amendments? deals? hopes? chances? careers? reputations?
polic(?:y|ies) laws? reforms? ideas? bids? projects? plays? films? songs? albums? books?
performances? records? budgets? economy brands? products? trade tourism prices? competition
conversation mood spirits? pride ego debate speech(?:es)? speeches article critics criticism
handling manifesto ratings? inflation demand growth romance appetite pain weeds? bacteria germs
cells time characters? zombies? monsters? dragons? aliens?
"""
# Wider hints of an accident: they decide only where nothing in the whole text speaks of arms.
_HINTS = r"""
motorways? expressways? lorr(?:y|ies) tankers? trailers? tractors? pile-up tyres? tires?
steering seat_belts? overloaded overcrowded runways? take-?off black_box jack-?knifed tram trams
cable_cars? lifts? elevators? gondolas? speedboats? yachts? dinghy dinghies canoes? rafts? sank
sunk sinking swept_away burst_its_banks went_down came_off rolled
(?:ran|left|slid|skidded)_(?:off_)?the_road left_the_(?:motorway|highway|track|rails) in_fog
fumes sewage septic manholes? machinery conveyor generators? furnace molten foundry quarry
quarries crushed chairlift inhal\w+ smoke pylons? power_lines? wiring
faulty extinguish\w* swimming_pool tides? waves? icy glacier altitude trek\w* bungee flames?
debris_flow rain rainfall swollen freezing gusts? weather forecasters? dehydration thirst fever
illness sick symptoms quarantine bacteria surgery whales? falling swimm\w+ bath\w+ stove candle
cigarette coach climb\w+ mud_and_rocks extreme_(?:cold|heat) rope_snapped tidal_wave
burst_into_flames fell_(?:from|off|into) swept_off driver_(?:was|lost|had)
unwell hunger starv\w+
"""
# "The fire that swept a hotel"; not "opened fire", nor a weapon's.
_FIRE = (
    r"(?:\w+_)?fire(?=_(?:at|in|that|broke|swept|tore|ripped|engulf\w+|gutted|destroyed|kill(?:ed|s)|has|"
    r"started|caused|raced|spread|on_the|which)\b)"
)


def _words(entries: str) -> str:
    """An alternation of the entries; "_" is a space within one."""
    return "|".join(entries.split()).replace("FIRE", _FIRE).replace("_", r"\s+")


_PERSON_AFTER = (
    r"(?!\s+(?:herders?|herdsmen|rustlers?|traders?|owners?|thieves|men|fighters?|forces?|brigade"
    r"|farmers?|market|traders|breeders|rearers|raids?|raiders?|camp|gate|island|street|handlers?)\b)"
)
CAUSE = re.compile(
    rf"\b(?:{_words(_NATURE)}|{_words(_SICKNESS)}|{_words(_TRANSPORT)}|{_words(_STRUCTURE)})\b",
    re.I,
)
_ACCIDENT = re.compile(rf"\b(?:{_words(_NATURE)}|{_words(_TRANSPORT)})\b", re.I)
HINT = re.compile(rf"\b(?:{_words(_HINTS)}|{_FIRE.replace('_', ' ')})\b|^Fire\b", re.I)
_HARM = r"(?:kill|maul|trampl|gor|attack|bit|devour|sting|stung|crush|injur|wound|hurt)\w*"
_BEAST = (
    rf"(?:{_words(_ANIMALS)})\b(?:\s+[\w-]+){{0,4}}?\s+{_HARM}"
    rf"|(?:{_HARM}|mauled|eaten)\s+(?:to\s+death\s+)?by\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+){{0,3}}?(?:{_words(_ANIMALS)})"
)
_HUNTED = (
    rf"(?:kill|shot|shoot|slaughter|cull|poach|hunt|poison|butcher)\w*\s+(?:dead\s+)?(?:(?!and\b)[\w,.-]*\w\s+){{0,3}}?"
    rf"(?:{_words(_ANIMALS)}|{_words(_BEASTS)}){_PERSON_AFTER}"
)
_ANIMAL_HARM = re.compile(rf"\b(?:{_BEAST}|{_HUNTED})\b", re.I)
FIGURES = re.compile(
    rf"""\b(?:(?:kill|slaughter|massacr|murder|butcher|assassinat|torpedo|shoot|shot|attack|wound|bomb|destroy)
      (?:ed|s|es|e|ing|t)?(?:\s+(?:down|off|dead))?
      |(?:attacks?|assaults?|war|battles?|onslaughts?|offensives?|fights?)\s+(?:on|against|over|for))
      \s+(?:the\s+|an?\s+|his\s+|her\s+|their\s+|its\s+|our\s+)?(?:(?!(?:in|on|at|near|by|of|to|and|with)\b)[\w,.'’-]+\s+){{0,2}}?(?:{_words(_ABSTRACT)})\b(?!\s+(?:offices?|buildings?|unions?|unionists?|workers?|members?|leaders?|cent(?:er|re)s?))
    |\b(?:barrages?|bombardments?|hails?|salvos?|volleys?|onslaughts?|blitz|torrents?|explosions?)\s+of\s+
      (?:\w+\s+)?(?:punches|blows|questions?|criticism|calls|emails|messages|insults|abuse|complaints|advert\w*
      |tweets|goals|crosses|balls|passes|serves|colou?rs?|laughter|anger|interest|demands?|flavou?rs?|joy)\b
    |\b(?:was|were|been|be)\s+shot\s+down\s+(?:by\s+(?:\d|a\s+vote)|in\s+(?:parliament|the\s+(?:house|senate|chamber|vote)))
    |\b(?:social\s+media|twitter|the\s+internet|prices|sales|demand|popularity|the\s+(?:market|audience|fans|stadium|crowd))
      \s+(?:\w+\s+)?exploded\b
    |\bexploded\s+(?:on(?:to)?\s+the\s+scene|in\s+(?:popularity|anger|laughter|value|applause)|with\s+(?:joy|anger|laughter))
    |\bwarning\s+shots?\s+(?:at|to|across)\s+(?:the\s+)?(?:party|government|bows?|rivals?
      |ministers?|bank|board|union)\b
    |\bshot\s+(?:to\s+fame|wide|from\s+the\s+edge)\b
    |\btest[- ]?(?:fir|launch)(?:ed|es|ing)\b(?:\s+[\w-]+){{0,4}}
    |\b(?:missile|rocket|nuclear)\s+tests?\b
    |\b(?:explosion|boom)\s+in\s+(?:the\s+)?(?:\w+\s+)?(?:prices|numbers?|demand|sales|costs?|population|use|cases)\b
    |\bbombs?\s+of\s+(?:energy|flavou?r|colou?r|joy)\b
    |\b(?:bank|company|regulator|union|party|minister|commission|watchdog)\s+(?:\w+\s+)?fired\s+(?:a\s+|another\s+)?warning\s+shots?(?:\s+\w+)?
    |\bfired\s+(?:home|wide|over\s+the\s+bar|into\s+the\s+(?:net|corner))\b""",
    re.I | re.X,
)
_STAGED = re.compile(
    r"\b(?:simulated|mock|pretend)\s+(?:[\w-]+\s+){0,2}(?:attacks?|raids?|battles?|casualt\w+|"
    r"victims?|dead|wounded|hostage\w*|explosions?|assaults?|strikes?)\b"
    r"|\brehears(?:e|ed|es|ing)\b|\b(?:emergency|evacuation|disaster|rescue)\s+(?:drill|exercise)s?\b"
    r"|\bplay(?:ed|ing)?\s+(?:the\s+)?(?:dead|wounded|injured|victims|casualties)\b",
    re.I,
)
_EXERCISE = re.compile(
    r"\b(?:night|field|training|naval|joint|military|firing|annual|live-fire)\s+(?:exercise|drill)s?\b"
    r"|\b(?:in|during)\s+(?:an?\s+|the\s+)?(?:exercise|drill)s?\b",
    re.I,
)
_HURT = re.compile(r"\b(?:kill|wound|injur|dead|died|dies|deaths?|casualt)\w*", re.I)
# Somebody did it, with arms or with intent: the other cause is then beside the matter.
_ARMS = re.compile(
    r"\b(?:gunm[ae]n|guns?|gunfire|gunshots?|armed|bomb\w*|rockets?|missiles?|shell(?:s|ed|ing)|"
    r"mortars?|artillery|air[ -]?(?:strikes?|raids?)|drones?|warplanes?|jets?|snipers?|militants?|"
    r"rebels?|insurgents?|terroris\w+|jihadis\w*|troops|fighters|clash\w*|ambush\w*|assault\w*|"
    r"massacr\w*|arson\w*|torched|set\s+(?:fire|ablaze|alight)|fire-?bomb\w*|grenades?|landmines?|"
    r"explosives?|ied|suicide|hostages?|militia\w*|rioters?|mobs?|opened\s+fire|stabb\w*|"
    r"machetes?|behead\w*|attackers?|assailants?|sabotage\w*|crossfire|siege|besieged|"
    r"under\s+attack|shooting|shoot-?outs?|gun-?\s?fights?|fire-?fights?|downed|downing|sh(?:ot|oot\w*)\s+down|hijack\w*|responsibility|gunned|bullets?|tear-?\s?gas|war\s+remnants|unexploded|persecut\w*|smugglers?|shrapnel)\b",
    re.I,
)
# A gun that goes off by accident is a gun; hunters of animals have one too.
_GUNS = re.compile(
    r"\b(?:shot-?guns?|hand-?guns?|rifles?|pistols?|revolvers?|fire-?arms?|discharg\w+|shot)\b",
    re.I,
)
_DOWNED = re.compile(r"\bsh(?:ot|oot\w*)\s+(?:\w+\s+){0,3}?down\b|\bdown(?:ed|ing)\b", re.I)
# Those who may also be in an accident.
_SOLDIERS = re.compile(r"troops|fighters|jets?", re.I)
_ATTACK = re.compile(
    r"(?<!heart )(?<!panic )(?<!asthma )(?<!shark )(?<!dog )(?<!bear )(?<!animal )"
    r"\battack(?:s|ed|ing)?\b"
    r"|\b(?:beat(?:en|ing)?|fought|fight(?:ing)?|riot\w*|violence|conflict)\b",
    re.I,
)
# Who or what makes it likely that somebody did it, wherever in the text it stands.
_CONFLICT = re.compile(
    r"\b(?:soldiers?|army|forces|taliban|isis|suspected|assassinat\w+|murder\w*|execut\w+|abduct\w+|"
    r"kidnap\w+|lynch\w*|raid(?:s|ed|ers?)?|tortur\w+|tribe(?:s|smen)?|rivals?|dumped|stole|shot|"
    r"protest\w*|responsibility|gangs?|cartels?|bod(?:y|ies)\s+(?:of|with|in|was|were)|burnt|wrapped|corpses?|weapons?|knife|knives|strangl\w+|signs\s+of|blows|wounds|"
    r"(?:hit|struck|stepped\s+on|by|over)\s+an?\s+mine|a\s+mine\s+targeting|"
    r"mine(?:\s+\w+){0,6}\s+(?:went\s+off|exploded|detonated))\b",
    re.I,
)
# Words that tell the harm and not who did it.
_HARM_ONLY = re.compile(
    r"killed\s+by|lost\s+their\s+lives|bodies\s+of|dead\s+bodies|found\s+dead|burned\s+to\s+death|"
    r"burnt\s+to\s+death|poisoned|blew\s+up|blown\s+up|blowing\s+up|killings?|slaughter\w*|"
    r"massacr\w*|murder\w*|bombard\w*|shoot\w*|shot.*|execut\w*|assassinat\w*|.*fire.*|burn\w*.*|"
    r"mine\s+explo\w+|.*missiles?.*|.*rockets?.*|bombings?",
    re.I | re.S,
)
_RESULT_SURE = 0.85


_DEATH_ONLY = re.compile(
    r"killed\s+by|lost\s+their\s+lives|bodies\s+of|dead\s+bodies|found\s+dead|killings?", re.I
)
_WEAK = 0.6


def tells_death_only(words: str, strength: float) -> bool:
    """Whether a trigger's words tell of death or hurt alone: no blast, no blow, no attack."""
    return strength < _WEAK or _DEATH_ONLY.fullmatch(words) is not None


def tells_harm_only(words: str, strength: float) -> bool:
    """Whether a trigger's words tell of harm or of a blast, and leave open whether arms did it."""
    return strength < _RESULT_SURE or _HARM_ONLY.fullmatch(words) is not None


def names_an_accident(words: str) -> bool:
    """Whether a sentence lays harm to nature or traffic, and speaks of no arms and no attack."""
    return _ACCIDENT.search(words) is not None and not tells_of_arms(words)


_BY_NATURE = re.compile(
    rf"\b(?:{_words(_NATURE)})\b(?:,?\s+(?:which|that))?(?:\s+(?:has|have|had|so\s+far|also|already|"
    r"since|reportedly|then|later))*,?\s+(?:kill|claim|injur|wound|left|leav|displac)\w*\b[^.;:,]{0,24}$",
    re.I,
)


def is_done_by_nature(words: str, at: int) -> bool:
    """Whether the count at offset `at` is what nature did: "…and floods, which have killed 13"."""
    return _BY_NATURE.search(words[max(0, at - 160) : at]) is not None


def names_other_cause(words: str) -> bool:
    """Whether a sentence names nature, sickness, traffic or a mishap, and no arms and no attack."""
    return CAUSE.search(words) is not None and not tells_of_arms(words)


def tells_of_a_downing(text: str) -> bool:
    """Whether a text says that an aircraft was shot down: its crash is then no accident."""
    return _DOWNED.search(text) is not None


def tells_hurt(words: str) -> bool:
    """Whether a sentence tells that anybody was killed or hurt."""
    return _HURT.search(words) is not None


def tells_of_arms(words: str) -> bool:
    """Whether a sentence speaks of arms or of an attack; those who bear arms are not enough."""
    if _ATTACK.search(words) or _GUNS.search(words):
        return True
    return any(_SOLDIERS.fullmatch(m.group()) is None for m in _ARMS.finditer(words))


def hints_at_accident(text: str) -> bool:
    """Whether a text that tells of harm speaks of no arms, and hints at another cause."""
    if _ARMS.search(text) or _ATTACK.search(text) or _CONFLICT.search(text):
        return False
    return HINT.search(text) is not None or CAUSE.search(text) is not None


# Whoever can kill, and whatever arms do: where one stands, the cause is not another one.
_AGENT = re.compile(
    r"\b(?:they|he|she|who|we|i|someone|somebody|groups?|gangs?|mobs?|crowds?|army|forces?|"
    r"government|regime|tribes?|clans?|units?|patrols?|brigades?|battalions?|factions?|cartels?|"
    r"state|side|sides|navy|regiment|unknown|masked|elements?|device|charge|went\s+off|detonat\w+|"
    r"explo\w+|blasts?|fire|fired|strikes?|operations?|offensive|invasion|conflict|war|violence|"
    r"dispute|feud|incidents?|events?|burn\w*|hit|targeted|targeting|captured|arrest\w*|custody|"
    r"murder\w*|assassinat\w*|execut\w*|kidnap\w*|abduct\w*|rob\w*|mines?|ordnance|incursion|"
    r"demonstrat\w*|protest\w*|march|rally|hanged|poison\w*|shot|shots|crossing|search)\b",
    re.I,
)
_DAYS = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|"
    r"August|September|October|November|December)\b"
)
_DOER = re.compile(
    r"^\W*(?P<subject>(?:an?|the|this|that|its|two|three|four|several)\s[^.;:]{3,140}?)"
    r"(?:,\s+(?:kill|claim)ing|(?<!\bwere)(?<!\bwas)(?<!\bbeen)(?<!\bbe)(?<!\bof)\s+(?:kill|claim)(?:ed|s))\b",
    re.I,
)
_BECAUSE = re.compile(
    r"\b(?:killed|died|dead|deaths|perished|lives|injured|hurt|wounded)\b[^.;:]{0,60}?\b(?:when|after|"
    r"as|because)\s+(?P<cause>(?:an?|the|their|his|her|its|two)\s[^.;:]{4,140})",
    re.I,
)


def _tells_a_cause(words: str) -> bool:
    """Whether the harm has a doer or a cause in the sentence that is no person and no arms."""
    for pattern, name in ((_DOER, "subject"), (_BECAUSE, "cause")):
        found = pattern.search(words)
        if found is None or _ATTACK.search(words) or _CONFLICT.search(words):
            continue
        told = _DAYS.sub("", found.group(name))
        if _AGENT.search(told) or any(w in PERSON_NOUNS for w in told.lower().split()):
            continue
        if not any(w[:1].isupper() for w in told.split()[1:]):
            return True
    return False


def other_cause(words: str) -> str | None:
    """What a sentence of harm tells of instead of violence, or None.

    Args:
        words: a sentence that holds a word of harm or violence.

    Returns:
        "drill", "animals", "other cause", or None.
    """
    if _STAGED.search(words) or (_EXERCISE.search(words) and not _HURT.search(words)):
        return "drill"
    if _ARMS.search(words):
        return None
    if any(_is_no_name(words, m) for m in _ANIMAL_HARM.finditer(words)):
        return "animals"
    if _tells_a_cause(words) or (CAUSE.search(words) and not _ATTACK.search(words)):
        return "other cause"
    return None


def _is_no_name(words: str, found: re.Match[str]) -> bool:
    """Whether animals are meant: not by "the Tiger brigade attacked", "shot dead in Deer Park"."""
    first, last = found.group().split()[0], found.group().split()[-1]
    return (first[0].islower() or not words[: found.start()].strip()) and (
        last[0].islower() or words.isupper() or first is last
    )


_WILD = re.compile(
    rf"\b(?:{_BEAST}|(?:kill|shot|shoot|put\s+down|euthani[sz])\w*\s+(?:dead\s+)?(?:[\w-]+\s+){{0,2}}?"
    rf"(?!dogs?\b)(?:{_words(_ANIMALS)})|(?:{_words(_ANIMALS)})\s+(?:attacks?|attacked|bites?|maul\w+))\b",
    re.I,
)


def tells_of_a_beast(words: str) -> bool:
    """Whether a sentence tells of a beast that harmed people or was killed, and of no arms."""
    found = _WILD.finditer(words)
    told = any(m.group()[0].islower() or not words[: m.start()].strip() for m in found)
    return told and not names_the_armed(words)


def names_the_armed(words: str) -> bool:
    """Whether a sentence names arms of war, or those who bear them."""
    return _ARMS.search(words) is not None


_SPEAKS_OF_VICTIMS = re.compile(
    r"victims?|wounded|martyr\w*|violence|combats?|terrorists?|insurgents?|jihadists?|guerrillas?",
    re.I,
)


def tells_no_event(words: str) -> bool:
    """Whether a trigger's words name people or a matter ("the wounded"), and no event."""
    return _SPEAKS_OF_VICTIMS.fullmatch(words) is not None
