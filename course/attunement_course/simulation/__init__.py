"""The models, one pure module each: numbers, strings, lists and dicts in, the same out.

These modules use the standard library's ``math`` and nothing else, because PScript turns
them into the JavaScript that runs in the page.
"""
