"""A demo learner's server: kernels and terminals that nobody uses come to an end.

How Voila renders a module is set where the exercises are installed (etc/jupyter/voila.py of
attunement-widgets), so that it is the same on every server.
"""

c = get_config()

c.Landing.support = "This is a demo: no support contact stands behind it."
# As an extension of a server, Voila would have each page ask a CDN for MathJax.
c.ServerApp.tornado_settings = {"mathjax_url": None, "mathjax_config": None}
# A page that is closed cannot always say goodbye: end what nobody is connected to.
c.MappingKernelManager.cull_idle_timeout = 600
c.MappingKernelManager.cull_interval = 60
c.MappingKernelManager.cull_connected = False
c.TerminalManager.cull_inactive_timeout = 600
c.TerminalManager.cull_interval = 60
