"""`attunement serve`: the course as a demo on this machine, hub and all."""
