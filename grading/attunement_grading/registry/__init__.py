"""Marks for the registry: the grade files of Canvas and of Moodle.

A grade goes out only once every criterion is marked; until then the registry keeps what it
has. The registry's own export, where it is given, says which learner and which column is
which, for its ids are not nbgrader's.
"""
