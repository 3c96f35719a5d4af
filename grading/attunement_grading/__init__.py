"""Grades the reflective writing of the course, on top of nbgrader.

``attunement build`` makes a course root from the course's assignments and rubrics
(:mod:`attunement_grading.build`); nbgrader's own commands then work in it as they are,
configured by :mod:`attunement_grading.settings`. This distribution belongs on instructors'
machines: a learner's install lacks it.
"""

__version__ = "0.1.0"

__all__ = ["__version__"]
