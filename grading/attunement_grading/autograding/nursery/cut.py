"""What stands where a submission's output passed its limit."""

CUT = "... Output stopped here"
