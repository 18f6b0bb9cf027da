"""The order of the stages, known here alone. `run` tells it."""

from bearwitness.pipeline.rebuild import edition, rebuild
from bearwitness.pipeline.report import Progress, RunReport
from bearwitness.pipeline.run import run
from bearwitness.pipeline.stages import Stages

__all__ = ["Progress", "RunReport", "Stages", "edition", "rebuild", "run"]
