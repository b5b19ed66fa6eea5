"""Turns domain objects into documents, and documents into text, Rich or JSON; never prints."""
