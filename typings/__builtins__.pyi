# What traitlets puts into the files it reads settings from.
from typing import Any

def get_config() -> Any: ...
