"""Voila's settings wherever the exercises are installed: modules as apps."""

from attunement_widgets.apps import give_xsrf_cookie

c = get_config()

c.VoilaConfiguration.template = "attunement"
# What a module needs and nothing else: other extensions raise errors in its pages.
c.VoilaConfiguration.extension_allowlist = [
    "@voila-dashboards/widgets-manager8",
    "@jupyter-widgets/jupyterlab-manager",
    "anywidget",
]
c.VoilaConfiguration.prelaunch_hook = give_xsrf_cookie
