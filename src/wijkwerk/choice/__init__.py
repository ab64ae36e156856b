"""Choice: ballots, counting rules, explanations and Pabulib files. Pure Python and numpy, stands alone."""

from wijkwerk.choice.ballots import Candidate, RankedBallot
from wijkwerk.choice.errors import BallotError, ChoiceError, SettingError, TieError
from wijkwerk.choice.ranking.borda import borda
from wijkwerk.choice.ranking.result import RankingResult
from wijkwerk.choice.ties import DEFAULT_TIE_ORDER, Tie

__all__ = [
    "DEFAULT_TIE_ORDER",
    "BallotError",
    "Candidate",
    "ChoiceError",
    "RankedBallot",
    "RankingResult",
    "SettingError",
    "Tie",
    "TieError",
    "borda",
]
