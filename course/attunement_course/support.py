"""What is said to somebody who needs more than a course, wherever it is said."""

HELPLINES = "findahelpline.com"
"""A directory of services by country. No line of a single country is a default: numbers
change, and nobody's country is guessed."""

SUPPORT = (
    "You can stop at any time. If something here stays with you, talk to somebody you trust, "
    "or to the support contact of your course. In danger, call your local emergency number. "
    f"{HELPLINES} lists support lines by country."
)
