"""Asks the person what the flow says, in a terminal; knows no rules and stores nothing."""
