"""Finds entries of the guide by what people type; pure."""
