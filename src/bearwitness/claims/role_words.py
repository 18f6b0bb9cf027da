"""Closed word classes that the role rules lean on."""

from __future__ import annotations

INCLUSION = frozenset(
    """including includes include included among incl whom comprising namely consisting""".split()
)
LINK = frozenset({"and", ",", "or", "&", "plus", "with", ";", "while", "along", "together", "but"})
ADVERBS = frozenset(
    """also later reportedly allegedly apparently then already immediately instantly critically
    seriously severely slightly badly lightly gravely moderately fatally mortally heavily
    subsequently eventually either both all still since now just confirmed reported believed
    said feared known thought presumed initially previously brutally summarily extrajudicially
    deliberately accidentally mistakenly each not never likely probably actually officially
    tragically only being been others more another further additional respectively even at
    least as many some about around nearly almost over up to than""".split()
)
DETERMINERS = frozenset("""the his her their its our this these those all both""".split())
SUBJECT_BREAKS = frozenset({";", ":", ".", "?", "!"})
HYPOTHETICAL = frozenset(
    """could might may would will should if threatened threatening threatens plot plotted
    plotting planned planning plans intend intended intending attempted attempting attempt
    tried trying wanted order ordered warned vowed vowing vow capable able risk risking danger
    can sentenced plan conspiracy conspired conspiring""".split()
)
TIME_WORDS = frozenset(
    """yesterday today tonight monday tuesday wednesday thursday friday saturday sunday on last
    late early night morning evening afternoon overnight this""".split()
)
SAYING = frozenset(
    """said say says told tell tells added confirmed reported announced stated declared claimed quoted
    explained disclosed testified noted""".split()
)
# Between an auxiliary and the cue it belongs to: "was taken to hospital dead", "were shot and killed".
IN_VERB_GROUPS = frozenset(
    """to have in the a shot stabbed taken left found hit rushed burned burnt beaten hacked
    evacuated admitted""".split()
)
GAP_OPENERS = frozenset(
    """, and or & plus of from including as along together in with who ( from near at - – —""".split()
)
SEVERITY = frozenset(
    "seriously critically severely gravely badly lightly slightly fatally mortally".split()
)
# Harm whose outcome stays open: a person shot may live or die.
WEAK_CUES = frozenset({"shot", "stabbed", "struck"})
NEGATION = frozenset(
    """no not never none nobody no-one without neither n't didn't wasn't weren't isn't aren't hasn't haven't
    hadn't didn’t wasn’t weren’t isn’t aren’t hasn’t haven’t hadn’t""".split()
)
VERBS = frozenset(
    """saw said says had has told found took made carried destroyed damaged hit fired seized
    launched confiscated arrested targeted attacked reported burned burnt looted used held
    lost freed released rescued torched captured recovered discovered set stole fled threw caused
    put destroying damaging burning seizing looting""".split()
)
DAYS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december today yesterday""".split()
)
# A dot after these ends no sentence.
ABBREVIATED = frozenset(
    "jan feb mar apr jun jul aug sep sept oct nov dec st mr mrs dr gen col lt sgt".split()
)
# What may follow "nine villagers killed" where it is no active verb.
AFTER_REDUCED = frozenset(
    ["in", "by", "when", "after", "during", "on", "at", "and", ",", ".", "", "as", "near", "while",
     "this", "since", ")", "from", "outside", "inside", "here", "today"]
)  # fmt: skip
# What may follow "five people shot" where it is no active verb.
AFTER_SHOT = frozenset(
    ["", ".", ",", ")", "in", "by", "on", "outside", "inside", "near", "during", "while", "after",
     "when", "early"]
)  # fmt: skip
# After a comma these open an aside on the people counted.
ASIDE_OPENERS = frozenset(
    """most mostly some many half all mainly one two three at who whose both aged identified named
    from""".split()
)
# After a group these make it a part of the one before: "six children among them".
AMONG_THEM = (["among", "them"], ["amongst", "them"])
# Things that are counted in reports and are not people.
THINGS = frozenset(
    """attack attacks raid raids strike strikes airstrike airstrikes air-strike air-strikes rocket
    rockets missile missiles shell shells bomb bombs explosion explosions blast blasts drone drones
    house houses home homes building buildings vehicle vehicles car cars truck trucks bus buses tank
    tanks village villages town towns city cities school schools hospital hospitals mosque mosques
    church churches shop shops tent tents base bases position positions checkpoint checkpoints
    incident incidents case cases clash clashes report reports sortie sorties plane planes warplane
    warplanes jet jets helicopter helicopters aircraft ship ships boat boats sheep cattle cow cows
    camels goats weapon weapons rifle rifles gun guns province provinces district districts area
    areas locations location points point party parties group groups country countries state
    states nation nations round rounds phase phases article articles resolution chapter page pages
    floor floors storey story room rooms hectare company companies goal goals match matches game games
    part parts type types kind kinds side sides front fronts brigade battalion division statement
    statements charge charges count counts seat seats vote votes ballot facility facilities center
    centers centre centres camp camps motorcycle motorcycles motorbike motorbikes van vans minibus
    family families household households neighborhood neighborhoods neighbourhood neighbourhoods
    result addition statement moment total zone ward number
    massacre massacres attempt attempts operation operations mission missions event events
    violations violation barrel residence apartment party caption club bar restaurant store mall
    bullet bullets weapon gunshot gunshots vehicle suv flight hamlet hamlets settlement settlements
    stores establishment establishments business businesses property installations
    bear bears wolf wolves lion lions tiger tigers leopard leopards elephant elephants rhino rhinos
    crocodile crocodiles snake snakes shark sharks dog dogs cat cats horse horses donkey donkeys
    mule mules camel goat sheep pig pigs bull bulls calf calves ox oxen deer hen hens chicken chickens
    bird birds duck ducks whale whales dolphin dolphins ewe ewes lamb lambs jobs characters animal
    animals livestock beast beasts
    bunker bunkers outpost outposts post posts barracks headquarters compound compounds convoy
    convoys garrison trench trenches hideout hideouts stronghold strongholds uniform uniforms
    fire fires blaze blazes factory factories shooting shootings amount sum quantity value damage damages
    warrant warrants tree trees plot plots flea fleas process processes order orders search searches
    contract contracts document documents system systems image images vest vests
    lack drop decline decrease increase rise surge spike dip jump reduction uptick trend rate level
    majority minority percentage share proportion absence shortage series string wave spate pattern
    campaign climate culture feeling sense fear threat risk need issue problem question decision
    verdict trial hearing inquiry ban bans law laws policy policies war wars tragedy disaster
    accident accidents crash crashes""".split()
)
# After a comma these tell more of the person before: "another man, likely a fighter".
DOUBTS = frozenset("likely probably possibly presumably apparently believed thought".split())
