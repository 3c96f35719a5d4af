"""nbgrader on a demo learner's server.

The file exchange takes a learner's identity from the operating system's account, and in
the demo every server runs under the same one. Its own option `student_id`, which
`nbgrader submit` and `nbgrader list` also honour, names the learner instead: the hub's
user of this very server. Nothing stops a learner of the demo from overriding it, which
is one reason why a real course gives each learner an account of their own.
"""

import os

c = get_config()  # pyright: ignore[reportUndefinedVariable]

c.CourseDirectory.course_id = os.environ["ATTUNEMENT_COURSE"]
c.CourseDirectory.student_id = os.environ["JUPYTERHUB_USER"]
c.Exchange.root = os.environ["ATTUNEMENT_EXCHANGE"]
c.Exchange.path_includes_course = True
c.Authenticator.plugin_class = "nbgrader.auth.JupyterHubAuthPlugin"
