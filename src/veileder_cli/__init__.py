"""Decision support on the command line, from a guide that is written as YAML."""

__version__ = "0.1.0"
