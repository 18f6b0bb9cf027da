"""The words that parties are named by: offices, bodies, and what no name may hold."""

from __future__ import annotations

from bearwitness.claims.persons import OFFICES
from bearwitness.claims.speech_words import ADVERBS, AUXILIARIES, BREAKS, FINITE, words

PERSONS = (OFFICES - words("doctor witness resident officer sergeant judge expert member")) | words(
    "pm fm coas counsellor undersecretary commander-in-chief lawmaker mr mrs sayyed"
)
BODIES = words(
    """
    delegation delegations officials official leaders ministers envoys negotiators diplomats
    government governments opposition rebels coalition council ministry ministries presidents
    commanders elders representatives authorities counterparts mediators mediator co-chairs
    co-chairmen chiefs heads parties factions faction sides side alliance movement militia group
    groups team teams leadership rulers guerrillas fighters militants insurgents army military junta
    regime administration cabinet parliament bloc mission rivals foes enemies generals kings
    ambassadors secretaries premiers chieftains clerics lawmakers politicians figures dignitaries
    commission commissions committee committees panel panels armies delegates clerics cleric
    spokesmen service department directorate
    separatists nations countries states powers forces politburo presidency
    chancellors bishops advisers advisors aides organisation organization union party governors
    """
)
HEADS = PERSONS | BODIES
DETERMINERS = words("the a an his her their its both several some many all two three four other")
NO_MODIFIERS = words("the a an his her their its")
PARTICLES = words("al el bin ibn bint de da del der von van di la le ul ould abu st")
OF = words("of for to from on")
LEADING = words(
    "the only both shortly afterward afterwards soon recently meanwhile later earlier then"
) | {"“", '"'}
# Words in -ly that are no adverbs, for texts in capitals.
NO_ADVERBS = words(
    "italy assembly ally family july holy monthly weekly daily rally kelly billy reply"
)
PLURALS = frozenset(w for w in BODIES if w.endswith("s")) - words("sides forces")
STOP = (
    AUXILIARIES | ADVERBS | BREAKS | FINITE | words(
        """
        in at with by on to for from near inside against into via over under about between within
        during throughout around across or nor not no without he she they who which him them upon
        again separately together here there privately briefly late early last next this earlier
        today tomorrow yesterday ahead amid along following despite regarding concerning also
        met meet meets meeting discuss discussed discussing held hold holding toward towards
        plans plan planned intends intend seem seems appear appears
        days weeks months years hours occasion
        due scheduled expected set agreed there's it we i me us you what several-day
        """
    )
)  # fmt: skip
RANKS = words(
    "general colonel major lieutenant brigadier admiral captain marshal mr mrs dr sheikh "
    "ayatollah prince"
)
# What an office written small is of: "secretary of state".
CHARGES = words(
    "state defence defense staff justice finance security intelligence interior government mission"
)
NAMED_BODIES = words(
    "movement party front forces army council union coalition alliance league congress group"
)
MONTHS = words("january april may june august jan aug march")
