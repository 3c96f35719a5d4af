"""What the course on relational attunement knows.

Content as data (:mod:`attunement_course.catalog`), the models that exercises run
(:mod:`attunement_course.simulation`), scores (:mod:`attunement_course.scoring`) and the
learner's own record (:mod:`attunement_course.responses`). None of these imports anything
outside the standard library; the checks and the command line do.
"""

__version__ = "0.1.0"

__all__ = ["__version__"]
