"""The desk's addresses. Each asks who is there before it does or shows anything."""

from __future__ import annotations

from .acting import Act
from .arranging import Arrange, Overview, Trail
from .calibrating import Calibration, Standards
from .deciding import Appeals, Rubric
from .home import Home, Next, Pile, Resume, Take, Writers
from .piece import Piece
from .talking import OneTalk, Talks

NAME = r"([^/]+)"
HANDLERS = [
    (r"/desk/?", Home),
    (r"/desk/writers", Writers),
    (rf"/desk/act/{NAME}", Act),
    (rf"/desk/piece/{NAME}", Piece),
    (rf"/desk/of/{NAME}", Pile),
    (rf"/desk/of/{NAME}/resume", Resume),
    (rf"/desk/of/{NAME}/next", Next),
    (rf"/desk/of/{NAME}/take", Take),
    (rf"/desk/of/{NAME}/arrange", Arrange),
    (rf"/desk/of/{NAME}/overview", Overview),
    (rf"/desk/of/{NAME}/talks", Talks),
    (rf"/desk/of/{NAME}/calibration", Calibration),
    (rf"/desk/of/{NAME}/rubric", Rubric),
    (rf"/desk/of/{NAME}/appeals", Appeals),
    (rf"/desk/of/{NAME}/standards", Standards),
    (rf"/desk/talk/{NAME}", OneTalk),
    (rf"/desk/trail/{NAME}", Trail),
]
