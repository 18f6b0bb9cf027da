"""Words of the casualty reader: who can be counted, and which words tell an outcome.

Victim status follows the rule of the codebook: a member of an armed or security force is a
combatant, a person named by age, kin, trade or residence is a civilian, "people" are of no
stated kind.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, cast

from bearwitness.model.claim import Outcome, Status


@dataclass(frozen=True, slots=True)
class PersonNoun:
    """A noun for people.

    Attributes:
        status: what the noun tells of victim status.
        attributes: further attributes it tells (children, women, ...).
        stated: the noun states the status ("civilians"), rather than implying it ("farmers").
        plural: None where the form is both.
    """

    status: Status = "any"
    attributes: tuple[str, ...] = ()
    stated: bool = False
    plural: bool = True


def _plural(word: str) -> str:
    irregular = {
        "man": "men",
        "woman": "women",
        "child": "children",
        "person": "people",
        "wife": "wives",
        "baby": "babies",
        "body": "bodies",
    }
    for single, many in irregular.items():
        if word == single or (word.endswith(single) and single in ("man", "woman", "child")):
            return word[: -len(single)] + many
    if word.endswith(("s", "sh", "ch", "x")):
        return word + "es"
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + "s"


_ANY = """person individual victim other man:men woman:women suspect member relative:? survivor
supporter sympathiser sympathizer follower associate ally opponent leader-in-exile critic dissident
deserter defector operator
student:civilian@stated? passenger:civilian foreigner:civilian national adult male:men female:women
native someone inmate prisoner detainee hostage captive migrant:civilian refugee:civilian
"""

_CIVILIAN = """civilian! resident villager farmer herder shepherd herdsman pastoralist fisherman
worker labourer laborer employee staffer driver trader merchant shopkeeper vendor teacher lecturer
professor student pupil schoolchild:children schoolgirl:children schoolboy:children child:children
boy:children girl:children kid:children baby:children infant:children toddler:children
minor:children newborn:children teenager:children teen:children youth youngster adolescent:children
daughter son mother:women father brother sister:women wife:women husband grandmother:women
grandfather grandson granddaughter uncle aunt:women cousin nephew niece parent sibling family-member
neighbour neighbor grandchild:children bride:women groom widow:women
doctor:medical nurse:medical medic:medical paramedic:medical physician:medical surgeon:medical
patient carer caregiver caretaker traveller traveler assistant peace-activist journalist:journalist reporter:journalist cameraman:journalist photographer:journalist
correspondent:journalist editor:journalist blogger activist protester protestor demonstrator
marcher worshipper worshiper mourner pilgrim tourist shopper spectator bystander by-stander onlooker passerby
passer-by passenger commuter pedestrian customer guest wedding-guest clubgoer partygoer churchgoer
migrant refugee foreigner settler priest nun:women pastor bishop imam cleric monk missionary
lawyer judge mayor councillor councilman politician lawmaker senator deputy minister candidate
diplomat engineer miner trucker motorist cyclist motorcyclist biker butcher baker barber
businessman businesswoman contractor volunteer rescuer:medical aid-worker humanitarian
peasant campesino unionist trade-unionist elder chief tribesman townsperson townspeople
shepherdess loggers logger woodcutter firefighter fireman rescue-worker beekeeper hunter
dweller citizen taxpayer homeowner clerk cashier waiter cook housewife:women
academic scientist intellectual artist singer actor comedian athlete footballer player coach
bricklayer electrician tailor mechanic gardener janitor carpenter painter
official leader agent representative spokesperson chairperson co-chairperson accountant
writer poet director manager tribal-leader student-leader president governor
noncombatant! non-combatant! bather inhabitant returnee idp devotee congregant parishioner seminarian
rabbi sheikh scholar publisher prosecutor campaigner chieftain technician secretary chairman
chairwoman watchman commissioner magistrate jesuit columnist attorney ambassador
envoy seaman crewman friend colleague companion spouse girlfriend boyfriend aide adviser advisor
hopeful monsignor msgr legislator parliamentarian congressman congresswoman alderman educator scribe broadcaster presenter
announcer archbishop catechist preacher evangelist mullah muezzin ruler monarch prince princess
chancellor vice-chancellor dean rector principal headmaster headteacher treasurer ombudsman magnate
tycoon industrialist banker broker jeweller rancher landowner landlord tenant bystander mp
brother-in-law:men sister-in-law:women son-in-law:men stepson:children stepdaughter:children niece
translator interpreter linguist programmer consultant inspector surveyor geologist archaeologist
cellmate cell-mate bailiff notary registrar midwife:medical pharmacist:medical dentist:medical
deacon chaplain vicar sacristan novice chorister seminarian almsgiver
porter docker stevedore boatman ferryman oarsman rower courier messenger postman chauffeur co-driver
grocer butcher chemist hawker peddler stallholder wholesaler goldsmith moneychanger tout porter
cobbler weaver potter blacksmith mason plumber welder roofer quarryman stonecutter miller tanner
goatherd cowherd drover farmhand farmworker sharecropper picker grower forester lumberjack
foreman supervisor overseer cleaner sweeper scavenger maid nanny housekeeper gardener bartender
barman doorman chef musician drummer dancer rapper poet architect auditor tutor instructor trainer
referee nominee aspirant headman sub-chief clansman kinsman townsman schoolteacher headmistress
classmate schoolmate roommate housemate teammate workmate co-worker coworker fiance:men
fiancee:women ex-wife:women ex-husband:men ex-girlfriend:women ex-boyfriend:men half-brother:men
half-sister:women father-in-law:men mother-in-law:women stepfather:men stepmother:women orphan:children widower:men twin newlywed fixer
lady:women gentleman:men grandparent:elderly elderly:elderly pensioner:elderly toddler prostitute
"""

_COMBATANT = """soldier! fighter! cadre! militant! rebel! insurgent! terrorist! jihadist! jihadi! gunman!
combatant! militiaman! guerrilla! guerilla! extremist! islamist! troop! trooper! serviceman!
servicewoman! officer policeman! policewoman! cop! guard commander! general! colonel! major!
captain! lieutenant! sergeant! corporal! private! marine! paratrooper! commando! recruit! conscript!
cadet! sailor! airman! pilot attacker! assailant! bomber! separatist! mercenary! operative! peacekeeper
gendarme! paramilitary! bodyguard ranger sniper! infantryman! warrior! jihadis! army-personnel
policemen! legionnaire! talib! taliban! contra! sicario! bandit! pirate! gangster! warlord! emir!
shooter! perpetrator! raider! invader! reservist! legislator-guard partisan! constable! jawan!
naxalite! maoist! naxal! gunwoman! cartel-member fedayee! peshmerga! hijacker! kidnapper! smuggler
knifeman! robber! gangmember! blackshirt vigilante! militia! personnel
"""


def _load() -> dict[str, PersonNoun]:
    nouns: dict[str, PersonNoun] = {}

    def put(entry: str, status: Status) -> None:
        word, _, attribute = entry.partition(":")
        stated = word.endswith("!")
        word = word.rstrip("!")
        attribute = attribute if attribute.isalpha() and attribute != "civilian" else ""
        attributes = (attribute,) if attribute else ()
        nouns.setdefault(word, PersonNoun(status, attributes, stated, plural=False))
        nouns.setdefault(_plural(word), PersonNoun(status, attributes, stated, plural=True))

    for entry in _CIVILIAN.split():
        put(entry, "civilian")
    for entry in _COMBATANT.split():
        put(entry, "combatant")
    for entry in _ANY.split():
        put(entry, "any")
    for word in ("people", "folks", "others", "souls", "persons", "members"):
        nouns[word] = PersonNoun("any", plural=True)
    for word, status in (("troops", "combatant"), ("police", "combatant"), ("staff", "civilian")):
        nouns[word] = PersonNoun(status, stated=status == "combatant", plural=True)  # type: ignore[arg-type]
    nouns["personnel"] = PersonNoun("combatant", stated=False, plural=True)
    for word in ("jihadists", "jihadis", "taliban", "rebels"):
        nouns[word] = PersonNoun("combatant", stated=True, plural=True)
    return nouns


PERSON_NOUNS = _load()

# Nouns that are counted instead of people and tell the outcome themselves.
OUTCOME_HEADS: dict[str, tuple[Outcome, bool]] = {
    # word: (outcome, also singular)
    "deaths": ("killed", True),
    "death": ("killed", False),
    "fatalities": ("killed", True),
    "fatality": ("killed", False),
    "dead": ("killed", True),
    "bodies": ("killed", True),
    "body": ("killed", False),
    "corpses": ("killed", True),
    "corpse": ("killed", False),
    "cadavers": ("killed", True),
    "remains": ("killed", True),
    "martyrs": ("killed", True),
    "martyr": ("killed", False),
    "killed": ("killed", True),
    "lives": ("killed", True),
    "killings": ("killed", True),
    "executions": ("killed", True),
    "murders": ("killed", True),
    "homicides": ("killed", True),
    "injuries": ("injured", True),
    "injured": ("injured", True),
    "wounded": ("injured", True),
    "hurt": ("injured", True),
    "casualties": ("casualties", True),
    "casualty": ("casualties", False),
    "missing": ("missing", True),
    "abductions": ("detained", True),
    "arrests": ("detained", True),
    "displaced": ("displaced", True),
    "idps": ("displaced", True),
}

# Words that modify a counted noun and decide status whatever the head ("rebel commanders").
STATUS_MODIFIERS: dict[str, Status] = {
    "civilian": "civilian",
    "civilians": "civilian",
    "unarmed": "civilian",
    "innocent": "civilian",
    "rebel": "combatant",
    "militant": "combatant",
    "militia": "combatant",
    "insurgent": "combatant",
    "army": "combatant",
    "military": "combatant",
    "police": "combatant",
    "security": "combatant",
    "jihadist": "combatant",
    "terrorist": "combatant",
    "guerrilla": "combatant",
    "paramilitary": "combatant",
    "taliban": "combatant",
    "armed": "combatant",
    "regime": "combatant",
}
ATTRIBUTE_MODIFIERS: dict[str, str] = {
    "women": "women",
    "woman": "women",
    "female": "women",
    "children": "children",
    "child": "children",
    "school": "children",
    "men": "men",
    "elderly": "elderly",
    "medical": "medical",
    "health": "medical",
    "teenage": "children",
    "pregnant": "women",
    "unidentified": "unidentified",
}

CueForm = Literal["verb", "gerund", "present", "intransitive", "adjective", "noun", "toll"]


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that tell an outcome.

    Attributes:
        outcome: which.
        form: how they take their victims: an object to the right ("verb" in the active,
            "gerund", "present"), a subject to the left ("intransitive", "adjective", "verb" in
            the passive), "of" ("noun"), or a number ("toll").
    """

    outcome: Outcome
    form: CueForm


def _verbs() -> dict[str, Cue]:
    cues: dict[str, Cue] = {}
    killed = """kill murder execute behead massacre slaughter assassinate slay lynch decapitate
    exterminate annihilate hang crucify eliminate electrocute immolate butcher
    martyr incinerate strangle suffocate dismember neutralize neutralise poison"""
    injured = """wound injure maim mutilate burn? harm hospitalize hospitalise stab? hurt
    mangle lacerate shoot?"""
    detained = """arrest detain capture abduct kidnap seize? imprison jail apprehend"""
    displaced = """displace uproot evict"""
    irregular = {"slay": "slain", "hang": "hanged"}
    for words, outcome in (
        (killed, "killed"),
        (injured, "injured"),
        (detained, "detained"),
        (displaced, "displaced"),
    ):
        for raw in words.split():
            if raw.endswith("?"):
                continue
            stem = raw[:-1] if raw.endswith("e") else raw
            double = raw in ("kidnap",)
            past = irregular.get(raw) or (stem + ("p" if double else "") + "ed")
            if raw.endswith("y") and raw not in irregular:
                past = stem[:-1] + "ied"
            if raw == "slay":
                cues["slew"] = Cue(outcome, "verb")  # type: ignore[arg-type]
            if raw == "hurt":
                past = "hurt"
            ing = stem + ("p" if double else "") + "ing"
            if raw == "slay":
                ing = "slaying"
            cues[past] = Cue(outcome, "verb")  # type: ignore[arg-type]
            cues[ing] = Cue(outcome, "gerund")  # type: ignore[arg-type]
            cues.setdefault(raw, Cue(outcome, "present"))  # type: ignore[arg-type]
            third = raw + ("es" if raw.endswith(("sh", "ch", "s")) else "s")
            cues.setdefault(third, Cue(outcome, "present"))  # type: ignore[arg-type]
    for (
        word
    ) in """died dies perished perish drowned succumbed perishes dying die expired suffocated bled
    asphyxiated""".split():
        cues[word] = Cue("killed", "intransitive")
    for word in ("dead", "deceased", "lifeless", "martyred", "fatally"):
        cues[word] = Cue("killed", "adjective")
    cues["buried"] = Cue("killed", "verb")
    cues["grazed"] = Cue("injured", "verb")  # herders' "grazing land" harms nobody
    for word in ("missing", "unaccounted"):
        cues[word] = Cue("missing", "adjective")
    for word in ("martyrdom", "demise", "body", "bodies", "corpse", "corpses", "remains"):
        cues[word] = Cue("killed", "noun")
    for word in ("death", "deaths", "killing", "killings", "murder", "assassination", "execution"):
        cues[word] = Cue("killed", "noun" if word != "killing" else "gerund")
    cues["murders"] = Cue("killed", "noun")
    cues["massacre"] = Cue("killed", "noun")
    cues["beheading"] = Cue("killed", "gerund")
    cues["injury"] = Cue("injured", "noun")
    cues["injuries"] = Cue("injured", "noun")
    cues["wounding"] = Cue("injured", "gerund")
    cues["arrest"] = Cue("detained", "noun")
    cues["arrests"] = Cue("detained", "noun")
    cues["abduction"] = Cue("detained", "noun")
    cues["kidnapping"] = Cue("detained", "gerund")
    cues["displacement"] = Cue("displaced", "noun")
    cues["hostage"] = Cue("detained", "adjective")
    cues["disappeared"] = Cue("missing", "intransitive")
    cues["vanished"] = Cue("missing", "intransitive")
    cues["fled"] = Cue("displaced", "intransitive")
    cues["hospitalized"] = cues["hospitalised"] = Cue("injured", "verb")
    return cues


CUES = _verbs()

_STRUCK_IN = (
    "head", "face", "neck", "chest", "back", "torso", "abdomen", "stomach", "shoulder", "arm", "hand",
    "hip", "thigh", "leg", "knee", "foot", "ankle", "buttocks", "wrist",
)  # fmt: skip
# Several words that make one cue; "*" stands for one word.
CUE_PHRASES: tuple[tuple[tuple[str, ...], Cue], ...] = tuple(
    sorted(
        (
            (tuple(phrase.split()), Cue(cast(Outcome, outcome), cast(CueForm, form)))
            for outcome, form, phrases in (
                (
                    "killed",
                    "verb",
                    "shoots dead|shoot dead|shoots to death|shoot to death|guns down|"
                    "shot dead|shot and killed|shot and died|stabbed and died|shot and later died|tortured and killed|gunned down|hacked to death|burned to death|"
                    "burnt to death|beaten to death|stabbed to death|shot to death|put to death|"
                    "burned alive|burnt alive|stoned to death|crushed to death|"
                    "bludgeoned to death|tortured to death|fatally shot|fatally wounded|"
                    "fatally stabbed|fatally injured|mortally wounded|found dead|"
                    "pronounced dead|pronounced deceased|declared dead|found deceased|"
                    "determined to be deceased|determined to be dead|declared deceased|confirmed deceased|blown up|blown to pieces|slashed to death|"
                    "done to death|hacked down|mowed down|mown down|found shot dead|"
                    "found murdered|discovered dead|discovered murdered|set alight|stabbed and killed|ambushed and killed|"
                    "kidnapped and killed|abducted and killed|lost in|reported dead|"
                    "confirmed dead|feared dead|presumed dead|burned beyond recognition|"
                    "wiped out|cut down|clubbed to death|trampled to death|dragged to death|strangled to death|"
                    "shot fatally|shot dead|mortally injured|burnt beyond recognition",
                ),
                (
                    "killed",
                    "present",
                    "shoot dead|shoots dead|gun down|guns down|hack to death|burn to death|"
                    "beat to death|stab to death|burn alive|claim the lives of|"
                    "claims the lives of|take the lives of|takes the lives of|claim the life of|"
                    "claims the life of|take the life of|takes the life of",
                ),
                (
                    "killed",
                    "gerund",
                    "shooting dead|gunning down|hacking to death|burning to death|"
                    "beating to death|stabbing to death|shooting and killing|"
                    "claiming the lives of|taking the lives of|claiming the life of|"
                    "taking the life of|blowing up|shooting to death|fatally shooting|"
                    "fatally wounding|fatally stabbing|mortally wounding|burning alive",
                ),
                (
                    "killed",
                    "verb",
                    "slit their throats|cut their throats|slitting their throats|slit the throats of|slit the throat of|claimed the lives of|claimed the life of|took the lives of|"
                    "took the life of|cost the lives of|cost the life of|"
                    "resulted in the death of|resulted in the deaths of|led to the death of|"
                    "led to the deaths of|caused the death of|caused the deaths of|"
                    "leading to the death of|leading to the deaths of|"
                    "resulting in the death of|resulting in the deaths of|"
                    "causing the death of|causing the deaths of|ended the life of|"
                    "ended the lives of",
                ),
                (
                    "killed",
                    "intransitive",
                    "lost their lives|lost his life|lost her life|losing their lives|"
                    "lose their lives|lost their life|lost life|"
                    "met their death|met their deaths|was dead|"
                    "bled to death|burned to death in|lay dead|lie dead|lying dead|"
                    "had their throats cut|had their throats slit|had their throats slashed|"
                    "had his throat cut|had his throat slit|had her throat cut|had her throat slit|"
                    "was blown apart|were blown apart|was blown to pieces|were blown to pieces|"
                    "did not survive|died of|rose as martyrs|fell as martyrs|ascended as martyrs|rose as a martyr|"
                    "fell as a martyr|ascended as a martyr|passed away|were no more|found their deaths",
                ),
                (
                    "injured",
                    "intransitive",
                    "suffered injuries|sustained injuries|sustained wounds|suffered wounds|"
                    "suffered * injuries|sustained * injuries|sustained * wounds|"
                    "suffered * wounds|received injuries|burnt when|burned when|badly burned|"
                    "badly burnt|severely burned|severely burnt|seriously burned|seriously burnt|"
                    "taken to hospital|"
                    "taken to hospitals|taken to the hospital|rushed to hospital|"
                    "rushed to the hospital|sent to hospital|transported to hospital|"
                    "admitted to hospital|treated for injuries|treated for wounds|"
                    "being treated|receiving treatment|receiving medical treatment|undergoing treatment|in critical condition|critically ill|"
                    "in serious condition|in stable condition|suffering from injuries|"
                    "suffered from injuries|suffering injuries|sustaining injuries|"
                    "have bullet wounds|had bullet wounds|have gunshot wounds|had gunshot wounds|"
                    "received treatment|suffered burns|suffered gunshot wounds|"
                    "suffered a gunshot wound|treated for gunshot wounds|"
                    "lost limbs|lost his leg|with injuries|"
                    "required medical assistance|required medical attention|"
                    "needed medical attention|required hospital treatment|treated at|wounded by shrapnel|"
                    "suffered breathing difficulties|suffered breathing problems|"
                    "suffered symptoms of|"
                    "expected to survive|expected to recover|expected to fully recover|"
                    "expected to live|expected to be ok|expected to be okay|"
                    "expected to make a full recovery|treated and released|"
                    "in fair condition|in good condition|in guarded condition|"
                    "in * but stable condition|in stable but * condition|in extremely critical condition|"
                    "recovering from a gunshot wound|recovering from gunshot wounds|"
                    "recovering from * gunshot wound|recovering from injuries|remains hospitalized|"
                    "remained hospitalized|remain hospitalized|in intensive care|"
                    "undergoing surgery|recovering from surgery|fighting for his life|"
                    "fighting for her life|fighting for their lives|clinging to life",
                ),
                (
                    "casualties",
                    "intransitive",
                    "|".join(
                        f"{moved} to {where}"
                        for moved in ("taken", "rushed", "transported", "flown", "airlifted")
                        for where in (
                            "a hospital",
                            "an area hospital",
                            "a local hospital",
                            "a nearby hospital",
                            "area hospitals",
                            "local hospitals",
                            "a * hospital",
                            "the hospital",
                            "hospital",
                        )
                    )
                    + "|with a gunshot wound|with gunshot wounds|with a * gunshot wound|"
                    "with * gunshot wounds|suffering from a gunshot wound|"
                    "suffering from gunshot wounds|suffering a gunshot wound|"
                    "suffering gunshot wounds|suffering * gunshot wounds|"
                    "suffering from * gunshot wounds|suffering from * gunshot wound|"
                    "was hit in the|were hit by gunfire|"
                    + "|".join(
                        f"was struck in the {side}{part}"
                        for side in ("", "* ")
                        for part in _STRUCK_IN
                    ),
                ),
                (
                    "casualties",
                    "verb",
                    "hit by gunfire|hit by a bullet|hit by bullets|hit by a stray bullet|"
                    "struck by gunfire|struck by a bullet|struck by bullets|"
                    "struck by a stray bullet|hit by stray bullets|struck by gunshots|"
                    "hit by gunshots|hit by a gunshot|hit multiple times|hit several times",
                ),
                (
                    "missing",
                    "adjective",
                    "unaccounted for|gone missing|went missing|still trapped|"
                    "reported missing|listed as missing",
                ),
                (
                    "detained",
                    "verb",
                    "taken hostage|taken prisoner|taken captive|taken away|taken into custody|"
                    "took hostage|took prisoner|took captive|rounded up|held hostage|"
                    "being held|kept hostage|forcibly disappeared|taken as hostages|took into custody|led away",
                ),
                (
                    "displaced",
                    "verb",
                    "forced from their homes|driven from their homes|forced to flee|"
                    "made homeless|left homeless|fled their homes|internally displaced|"
                    "forcibly displaced|driven out of their homes|forced to leave|"
                    "forced out of their homes|forced millions from|forced thousands from",
                ),
                (
                    "casualties",
                    "verb",
                    "killed or wounded|killed and wounded|killed or injured|killed and injured|"
                    "dead or wounded|dead and wounded|dead or injured|dead and injured|"
                    "injured or killed|injured and killed|wounded or killed|wounded and killed|"
                    "killed or hurt",
                ),
                (
                    "casualties",
                    "gerund",
                    "killing or wounding|killing and wounding|killing or injuring|"
                    "killing and injuring|wounding or killing|injuring or killing|"
                    "kill and injure|kill and wound|kill or injure|kill or wound|"
                    "kills and injures|kills and wounds",
                ),
                (
                    "casualties",
                    "noun",
                    "death and injury|deaths and injuries|killing and wounding|death or injury|"
                    "killing and injury|death and wounding|deaths or injuries|killing or wounding",
                ),
                (
                    "killed",
                    "noun",
                    "led to the loss|leading to the loss|resulted in the loss|resulting in the loss|"
                    "caused the loss|causing the loss|"
                    "fatal shooting|deadly shooting|fatal stabbing|deadly stabbing|shooting death",
                ),
                (
                    "killed",
                    "toll",
                    "death toll|total consists of|total is made up of|lost were|number of dead|number of deaths|number of the dead|"
                    "number of killed|number of people killed|number of those killed|"
                    "number of victims|number of civilians killed|number of civilian deaths|"
                    "number of fatalities|number killed|number of * deaths|number of * civilian deaths|"
                    "number of * fatalities|number of * killings|number of martyrs|toll of the dead|"
                    "toll of dead|count of the dead|body count|total killed|the dead were|"
                    "the dead are|dead numbered|number of people who died|toll|"
                    "put the dead at|put the dead of|those killed numbered|tally of the dead|"
                    "number of bodies|number of people who were killed|number of those who were killed|"
                    "number of people who have died|number of civilians who were killed",
                ),
                (
                    "injured",
                    "toll",
                    "number of injured|number of wounded|number of the injured|"
                    "number of the wounded|number of people injured|number of people wounded|"
                    "number of those injured|number of those wounded|number of injuries|"
                    "the injured numbered|number of people hurt|number injured|"
                    "number wounded|injury toll|injured toll|wounded toll|injuries toll|toll of injured|"
                    "toll of the injured|toll of wounded|toll of the wounded|toll of injuries",
                ),
                ("casualties", "toll", "casualty toll|number of casualties|casualty figure"),
            )
            for phrase in phrases.split("|")
        ),
        key=lambda item: -len(item[0]),
    )
)
