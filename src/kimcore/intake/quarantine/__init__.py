"""Quarantine: the child process in which a workbook is opened, so that a hostile file ends the child alone.

It imports nothing of kimcore, and its modules name each other relatively: the child loads this folder alone.
"""
