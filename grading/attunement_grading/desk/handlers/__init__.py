"""The desk's addresses. Each asks who is there before it does or shows anything."""

from __future__ import annotations

from .acting import Act
from .home import Home, Next, Pile, Resume, Take
from .piece import Piece

NAME = r"([^/]+)"
HANDLERS = [
    (r"/desk/?", Home),
    (rf"/desk/act/{NAME}", Act),
    (rf"/desk/piece/{NAME}", Piece),
    (rf"/desk/of/{NAME}", Pile),
    (rf"/desk/of/{NAME}/resume", Resume),
    (rf"/desk/of/{NAME}/next", Next),
    (rf"/desk/of/{NAME}/take", Take),
]
