"""Autogrades submissions side by side, as nbgrader would grade them one after the other.

nbgrader's own converter and preprocessors do the work, each submission apart from the others
and from the gradebook (:mod:`.grading`); one writer records what they found (:mod:`.writer`).
Only the commands and whatever they start import this package.
"""

from .quick_imports import leave_out_what_is_slow

leave_out_what_is_slow()
