"""The moves: one table, from which buttons, checks, forms, history and the tests' matrix come."""

from bot.moves.move import Ends, Move
from bot.moves.table import BY_NAME, LIKELY, TABLE

__all__ = ["BY_NAME", "LIKELY", "TABLE", "Ends", "Move"]
