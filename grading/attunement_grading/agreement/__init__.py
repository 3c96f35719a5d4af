"""How far markers agree: figures, words, pictures and what follows for grading.

A study begins with ratings in long form and ends in one frozen report for each criterion::

    from attunement_grading.agreement import Rating, reports_of, sentences, decision

    reports = reports_of([Rating("piece-1", "ana", 3), Rating("piece-1", "ben", 2.5), ...])
    for report in reports:
        print(*sentences(report), decision(report).reason)

Importing this costs nothing: pandas, pingouin and the others are loaded by the first report,
and one that is not installed is named together with the command that installs it.
"""

from __future__ import annotations

from .deciding import decision
from .packages import PackageMissing
from .ratings import Rating, RatingsFile, RatingsRefused, ratings_of, read_ratings
from .report import Decision, Figure, Gaps, Marker, Pair, Report
from .studying import report_of, reports_of
from .words import sentences

__all__ = [
    "Decision",
    "Figure",
    "Gaps",
    "Marker",
    "PackageMissing",
    "Pair",
    "Rating",
    "RatingsFile",
    "RatingsRefused",
    "Report",
    "decision",
    "ratings_of",
    "read_ratings",
    "report_of",
    "reports_of",
    "sentences",
]
