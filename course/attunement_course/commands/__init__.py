"""One module for each command of `attunement`."""
