"""nbgrader on the course's own server, which only the course's instructors reach."""

import os
from pathlib import Path

from attunement_grading.settings import configure

c = get_config()  # pyright: ignore[reportUndefinedVariable]

configure(
    c,
    root=Path(os.environ["ATTUNEMENT_COURSE_ROOT"]),
    course_id=os.environ["ATTUNEMENT_COURSE"],
    exchange=os.environ["ATTUNEMENT_EXCHANGE"],
)
c.Exchange.path_includes_course = True
c.Authenticator.plugin_class = "nbgrader.auth.JupyterHubAuthPlugin"
# Every file of the demo belongs to one system account, so the owner of a submission says
# nothing about who wrote it and the comparison would warn on each. A real hub keeps it on.
c.ExchangeCollect.check_owner = False
