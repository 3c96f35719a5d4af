"""How the arguments of each model's public functions are drawn, one module for each exercise.

A module here has one dict, ``ARGUMENTS``: ``"model.function"`` to a function that draws a list
of arguments from a seeded generator. The test that compares both languages reads them all.
"""
