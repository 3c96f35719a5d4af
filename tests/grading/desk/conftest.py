"""The desk's courses, for every test in this folder."""

from desk_course import autograded_root, desk

__all__ = ["autograded_root", "desk"]
