"""Choice: ballots, counting rules, explanations and Pabulib files. Pure Python and numpy, stands alone."""

from wijkwerk.choice.ballots import ApprovalBallot, Ballot, Candidate, PointsBallot, RankedBallot
from wijkwerk.choice.constraints import Constraints
from wijkwerk.choice.count import count
from wijkwerk.choice.election import BallotKind, Election, Project
from wijkwerk.choice.errors import BallotError, ChoiceError, SettingError, TieError
from wijkwerk.choice.limits import Limits
from wijkwerk.choice.outcome import Loss, Outcome, Step, Why
from wijkwerk.choice.pabulib import PabulibError, PabulibFile, read_pabulib, write_pabulib
from wijkwerk.choice.ranking.borda import borda
from wijkwerk.choice.ranking.result import RankingResult
from wijkwerk.choice.ranking.schulze import schulze
from wijkwerk.choice.ranking.stv import stv
from wijkwerk.choice.settings import Comparison, Completion, Rule, Settings
from wijkwerk.choice.support import Utility
from wijkwerk.choice.ties import DEFAULT_TIE_ORDER, Tie

__all__ = [
    "DEFAULT_TIE_ORDER",
    "ApprovalBallot",
    "Ballot",
    "BallotError",
    "BallotKind",
    "Candidate",
    "ChoiceError",
    "Comparison",
    "Completion",
    "Constraints",
    "Election",
    "Limits",
    "Loss",
    "Outcome",
    "PabulibError",
    "PabulibFile",
    "PointsBallot",
    "Project",
    "RankedBallot",
    "RankingResult",
    "Rule",
    "SettingError",
    "Settings",
    "Step",
    "Tie",
    "TieError",
    "Utility",
    "Why",
    "borda",
    "count",
    "read_pabulib",
    "schulze",
    "stv",
    "write_pabulib",
]
