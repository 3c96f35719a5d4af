"""The exercises of the course, for notebooks and for apps made of them."""

from .comparison import compare_policies
from .exercises import exercise, progress

__all__ = ["compare_policies", "exercise", "progress"]
