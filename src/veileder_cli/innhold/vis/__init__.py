"""Draws a guide: the pathway and the decision table, in several formats from one model."""
