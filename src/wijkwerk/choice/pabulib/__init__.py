"""The Pabulib file format (.pb): reading, checking and writing."""

from wijkwerk.choice.pabulib.findings import Finding, Level, PabulibError
from wijkwerk.choice.pabulib.reader import read_pabulib
from wijkwerk.choice.pabulib.values import PabulibFile
from wijkwerk.choice.pabulib.writer import write_pabulib

__all__ = ["Finding", "Level", "PabulibError", "PabulibFile", "read_pabulib", "write_pabulib"]
