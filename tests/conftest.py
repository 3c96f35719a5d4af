"""What holds for every test."""

from hypothesis import settings

# How long one example takes says how busy the machine is, not whether the code is right;
# pytest's own timeout ends what hangs.
settings.register_profile("attunement", deadline=None)
settings.load_profile("attunement")
