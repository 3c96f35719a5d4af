"""Retrieval practice is played alike in every module."""

from browser.scripts.m2_recall import play

__all__ = ["play"]
