"""The demo hub of `attunement serve`: loopback only, one system account for everybody.

Read it as an example of the parts a course needs (groups, roles, the formgrader as a
service); ../README.md says what a real hub does differently. Everything that changes
from machine to machine comes from the JSON file named by ATTUNEMENT_DEMO, which
`attunement serve` writes into its state directory.
"""

import json
import os
import sys
from pathlib import Path

here = Path(__file__).resolve().parent
demo = json.loads(Path(os.environ["ATTUNEMENT_DEMO"]).read_text(encoding="utf-8"))
course = demo["course_id"]
state = Path(demo["state"])
instructors = [p["name"] for p in demo["people"] if p["role"] == "instructor"]
markers = [p["name"] for p in demo["people"] if p["role"] == "marker"]
learners = [p["name"] for p in demo["people"] if p["role"] == "learner"]
grader = f"grader-{course}"  # the course's own server acts under this name; it cannot log in
singleuser = [sys.executable, "-m", "jupyterhub.singleuser", "--allow-root"]
# What every server of the demo knows; nothing here is secret.
shared = {
    "ATTUNEMENT_STATE": demo["state"],  # lets `attunement serve` find its own processes again
    "ATTUNEMENT_COURSE": course,
    "ATTUNEMENT_EXCHANGE": demo["exchange"],
    "ATTUNEMENT_INSTRUCTOR": demo["instructor_shown"],
    "PATH": os.environ["PATH"],
    "JUPYTERHUB_SINGLEUSER_APP": "jupyter_server.serverapp.ServerApp",
}

c = get_config()  # pyright: ignore[reportUndefinedVariable]

# --- where it listens: this machine and nothing else ---------------------------------
c.JupyterHub.bind_url = f"http://127.0.0.1:{demo['port']}/"
c.JupyterHub.hub_bind_url = f"http://127.0.0.1:{demo['hub_port']}"
c.ConfigurableHTTPProxy.api_url = f"http://127.0.0.1:{demo['proxy_port']}"
c.ConfigurableHTTPProxy.command = demo["proxy_command"]
c.ConfigurableHTTPProxy.pid_file = str(state / "hub" / "proxy.pid")
c.JupyterHub.db_url = f"sqlite:///{state / 'hub' / 'hub.sqlite'}"
c.JupyterHub.cookie_secret_file = str(state / "hub" / "cookie_secret")

# --- who may come in: the demo's people, with one generated password -----------------
c.JupyterHub.authenticator_class = "shared-password"
c.SharedPasswordAuthenticator.user_password = demo["password"]
c.Authenticator.allowed_users = {*instructors, *markers, *learners}
# Else the grader's account, which the hub knows from its group, could log in as well.
c.Authenticator.allow_existing_users = False
c.JupyterHub.load_groups = {
    f"formgrade-{course}": {"users": [*instructors, *markers, grader]},
    f"instruct-{course}": {"users": instructors},  # of those, who arranges marking
    f"nbgrader-{course}": {"users": learners},
}

# --- a learner's own server ----------------------------------------------------------
c.JupyterHub.spawner_class = "simple"
c.SimpleLocalProcessSpawner.home_dir_template = str(state / "homes" / "{username}")
c.Spawner.cmd = singleuser
c.Spawner.notebook_dir = "~"
c.Spawner.default_url = "/attunement"
c.Spawner.http_timeout = 60
c.Spawner.environment = {**shared, "JUPYTER_CONFIG_PATH": str(here / "learner")}


def name_the_person(spawner):
    """Hand the person's first name to the landing page, which greets by it."""
    names = {p["name"]: p["first_name"] for p in demo["people"]}
    spawner.environment["ATTUNEMENT_PERSON"] = names.get(spawner.user.name, spawner.user.name)


c.Spawner.pre_spawn_hook = name_the_person

# --- the course's own server: formgrader, marking desk, the instructor's page --------
c.JupyterHub.services = [
    {
        "name": course,
        "url": f"http://127.0.0.1:{demo['service_port']}",
        "command": singleuser,
        "cwd": demo["course_root"],
        "oauth_no_confirm": True,
        "environment": {
            **shared,
            "HOME": str(state / "homes" / "grader"),
            "JUPYTERHUB_USER": grader,
            "JUPYTERHUB_ROOT_DIR": demo["course_root"],
            "JUPYTERHUB_DEFAULT_URL": "/teach",
            "JUPYTER_CONFIG_PATH": str(here / "grader"),
            "ATTUNEMENT_COURSE_ROOT": demo["course_root"],
        },
    }
]

# --- what each may do: nbgrader reads courses from groups and services from the hub --
see_the_course = [f"list:services!service={course}", f"read:services!service={course}"]
c.JupyterHub.load_roles = [
    {
        "name": f"formgrade-{course}",
        "groups": [f"formgrade-{course}"],
        "scopes": [f"access:services!service={course}"],
    },
    {
        "name": f"service-{course}",
        "services": [course],
        "scopes": [
            "list:groups",
            "admin:groups",
            "groups",
            "read:groups",
            "list:users",
            "read:users:groups",
            "list:services",
        ],
    },
    {"name": "user", "scopes": ["self", *see_the_course]},
    {
        "name": "server",
        "scopes": [
            "users:activity!user",
            "access:servers!server",
            "read:users:groups!user",
            "read:users:name!user",
            *see_the_course,
        ],
    },
]


def first_page(handler):
    """An instructor goes to the course's page, a marker to the desk, a learner to a server."""
    if handler.current_user is None:
        return f"{handler.hub.base_url}login"
    groups = {group.name for group in handler.current_user.groups}
    if f"formgrade-{course}" in groups:
        page = "teach" if f"instruct-{course}" in groups else "desk"
        return f"{handler.base_url}services/{course}/{page}"
    return f"{handler.hub.base_url}spawn"


c.JupyterHub.default_url = first_page

# --- the hub's own pages ---------------------------------------------------------------
c.JupyterHub.template_paths = [str(here / "pages")]
c.JupyterHub.logo_file = str(here / "pages" / "logo.svg")
c.JupyterHub.template_vars = {"tokens": Path(demo["tokens"]).read_text(encoding="utf-8")}
