"""The guide and the assessment as frozen dataclasses; the field names are the YAML keys."""
