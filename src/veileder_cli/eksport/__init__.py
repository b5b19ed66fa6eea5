"""Writes guidance where the user asked for it, and nowhere else."""
