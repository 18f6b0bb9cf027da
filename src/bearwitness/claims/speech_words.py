"""Word lists of the reporting of speech: verbs aside, what may and may not name a speaker."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


DETERMINERS = words(
    """
    the a an its their his her our this that these those some several many one two three
    another other no both all local
    """
)
PRONOUNS = words(
    """
    he she it they we i
    """
)
TIME_WORDS = words(
    """
    a.m. p.m. a.m p.m
    monday tuesday wednesday thursday friday saturday sunday today yesterday tonight earlier
    later now meanwhile however separately also already recently then january february march
    april may june july august september october november december jan feb mar apr jun jul
    aug sept sep oct nov dec afterwards still moreover furthermore additionally overnight
    morning evening afternoon night
    """
)
ADVERBS = words(
    """
    also later then earlier already just only now further subsequently separately had has
    have having been did does would will have's reportedly first again since still today
    yesterday tonight meanwhile however too instead could can may might must so far
    """
)
AUXILIARIES = words(
    """
    is are was were has have had will would can could may might did does do be been being
    isn't aren't wasn't weren't hasn't haven't hadn't should must shall
    """
)
FINITE = AUXILIARIES | words(
    """
    said says say told tells reported reports killed kills kill died dies wounded wounds
    injured hit hits struck strikes attacked bombed shelled fired left leaves claimed
    confirmed announced added stated rose climbed reached went came took targeted launched
    carried led caused lost fell became began made gave put spoke wrote found shot opened
    blew exploded detonated hurt injures wound injure strike attack leave destroyed accused
    denied documented recorded counted condemned voiced held ran got saw heard knew thinks
    believes believe thought began fled sent drove met brought includes include remains
    remain continues continue suffered seized arrested entered stormed raided ambushed
    abducted kidnapped happened occurred appeared shows showed
    """
)
BREAKS = words(
    """
    that while but whereas although though because when where after before until unless if
    as so who whom whose which than amid including whether how why what once since adding
    noting saying citing quoting killing wounding injuring leaving causing according
    """
)
PREPOSITIONS = words(
    """
    of for in from at with on to near by under inside against across over between within
    around during throughout outside about into via
    """
)
INNER_PREPOSITIONS = words(
    """
    of for in from at with on to near by inside against
    """
)
NOT_SPEAKERS = words(
    """
    attack attacks bombing bombings explosion explosions blast blasts strike strikes
    airstrike airstrikes shelling violence war conflict fighting clashes quake earthquake
    storm flood fire crash disease accident toll deaths raid raids there which who year
    years outbreak virus epidemic injuries
    """
)
# "Initial estimates put it at 20": how the estimates are, and nobody.
KINDS_OF_ESTIMATE = words(
    """
    initial early earlier preliminary provisional first latest recent local various
    conservative unofficial independent rough current previous
    """
)
ATTRIBUTIVE = words(
    """
    based armed united unidentified unnamed so-called wounded wanted appointed retired
    alleged affiliated detained displaced elected injured exiled allied related red sacred
    breed need opposed
    """
)
SOURCE_NOUNS = words(
    """
    police officials official authorities authority activists activist medics medic doctors
    doctor witnesses witness residents resident sources source spokesman spokeswoman
    spokesperson spokespersons monitor monitors observers observer group groups ministry
    minister ministries army military reports report media statement rescuers rescuer
    eyewitnesses eyewitness correspondent correspondents reporter reporters journalist
    journalists governor mayor sheriff prosecutor prosecutors investigators detectives
    commander commanders general colonel captain lieutenant president premier observatory
    network committee committees organisation organization agency agencies charity hospital
    hospitals surgeon paramedics coroner villagers locals survivors survivor relatives
    relative family families father mother brother lawyer lawyers government chief director
    head leader leaders coordinator coordination deputy councillor council office department
    coalition rebels militants fighter fighters chairman envoy ambassador diplomat diplomats
    representative representatives analyst analysts expert experts researcher researchers
    rights monitoring newspaper newspapers television radio channel website outlet outlets
    station firefighters workers worker staff data figures records neighbour neighbours
    neighbor neighbors troops soldiers soldier judge court elder elders command force forces
    commission centre center board administration superintendent inspector officers officer
    deputies secretary aide aides bishop priest imam teacher nurse nurses campaigners
    campaigner opposition party union association foundation institute caption count tally
    directorate directorates commissioner commissioners councils municipality clinic clinics
    mission guerrillas insurgents separatists collective defence defense
    """
)
PERSON_NOUNS = words(
    """
    official spokesman spokeswoman spokesperson witness resident activist doctor minister
    mayor governor sheriff captain colonel general lieutenant president premier commander
    director head chief leader chairman envoy ambassador diplomat analyst father mother
    brother survivor relative coordinator reporter correspondent journalist fighter medic
    nurse priest bishop teacher lawyer prosecutor judge superintendent inspector officer
    secretary deputy neighbour neighbor son daughter man woman mr mrs ms dr founder farmer
    villager elder
    """
)
GROUP_NOUNS = words(
    """
    group organisation organization network observatory ministry monitor charity agency
    committee committees centre center commission council department office union
    association body movement militia administration army military coalition service
    watchdog ngo society newspaper channel station broadcaster outlet collective foundation
    institute board report statement website
    """
)
