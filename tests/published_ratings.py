"""Ratings that were printed with their coefficients, for the figures to be held against."""

from __future__ import annotations

from attunement_grading.agreement import Rating

SHROUT_FLEISS = """
9 2 5 8
6 1 3 2
8 4 6 8
7 1 2 6
10 5 6 9
6 2 4 7
"""
"""Six targets by four judges. Shrout and Fleiss 1979, table 2 (doi 10.1037/0033-2909.86.2.420)."""
SHROUT_FLEISS_ICC = {
    "icc1_1": 0.17,
    "icc2_1": 0.29,
    "icc3_1": 0.71,
    "icc1_k": 0.44,
    "icc2_k": 0.62,
    "icc3_k": 0.91,
}

KRIPPENDORFF = """
1 1 . 1
2 2 3 2
3 3 3 3
3 3 3 3
2 2 2 2
1 2 3 4
4 4 4 4
1 1 2 1
2 2 2 2
. 5 5 5
. . 1 1
. 3 . .
"""
"""Twelve units by four observers, with gaps. Krippendorff 2011, Computing Krippendorff's
Alpha-Reliability, part C."""
KRIPPENDORFF_ALPHA = {"nominal": 0.743, "ordinal": 0.815, "interval": 0.849, "ratio": 0.797}

HAYES_KRIPPENDORFF = """
1 1 2 . 2
1 1 0 1 .
2 3 3 3 .
. 0 0 . 0
0 0 0 . 0
0 0 0 . 0
1 0 2 . 1
1 . 2 0 .
2 2 2 . 2
2 1 1 1 .
. 1 0 0 .
0 0 0 0 .
1 2 2 2 .
3 3 2 2 3
1 1 1 . 1
1 1 1 . 1
2 1 2 . 2
1 2 3 3 .
1 1 0 1 .
0 0 0 . 0
0 0 1 1 .
0 0 . 0 0
2 3 3 3 .
0 0 0 0 .
1 2 . 2 2
0 1 1 1 .
0 0 0 1 0
1 2 1 2 .
1 1 2 2 .
1 1 2 . 2
1 1 0 . 0
2 1 2 1 .
2 2 . 2 2
3 2 2 2 .
2 2 2 . 2
2 2 3 . 2
2 2 2 . 2
2 2 . 1 2
2 2 2 2 .
1 1 1 . 1
"""
"""Forty articles by five observers, mostly four of them an article. Hayes and Krippendorff 2007,
table 1 (doi 10.1080/19312450709336664)."""
HAYES_KRIPPENDORFF_ALPHA = {"nominal": 0.4765, "ordinal": 0.7598}
HAYES_KRIPPENDORFF_INTERVAL = (0.7078, 0.8078)
"""Their 95% interval of the ordinal alpha, by a bootstrap of their own kind."""

GWET = ((13, 0, 0), (0, 20, 7), (0, 4, 56))
"""A hundred records by two abstractors, as counts. Gwet 2014, Handbook of Inter-Rater
Reliability, 4th edition; with quadratic weights kappa is 0.8921569 (R package irrCAC 1.0)."""
GWET_KAPPA = 0.8921569


def ratings(table: str, criterion: str = "") -> list[Rating]:
    """A printed table in long form: a row a target, a column a rater, points for gaps."""
    return [
        Rating(f"target {row:02}", f"rater {column}", float(score), criterion)
        for row, line in enumerate(table.split("\n"))
        for column, score in enumerate(line.split())
        if score != "."
    ]


def counted(counts: tuple[tuple[int, ...], ...]) -> list[Rating]:
    """A printed table of counts, first rater by second, in long form."""
    cells = [
        (one, other)
        for one, row in enumerate(counts)
        for other, count in enumerate(row)
        for _ in range(count)
    ]
    return [
        Rating(f"target {place}", rater, float(score))
        for place, cell in enumerate(cells)
        for rater, score in zip(("one", "two"), cell, strict=True)
    ]


def csv_of(some: list[Rating]) -> str:
    """Ratings as the command reads them."""
    with_criterion = any(one.criterion for one in some)
    rows = [
        [one.target, one.rater, f"{one.score:g}", *([one.criterion] if with_criterion else [])]
        for one in some
    ]
    head = ["target", "rater", "score", *(["criterion"] if with_criterion else [])]
    return "\n".join(",".join(row) for row in [head, *rows]) + "\n"
