"""Builds what is delivered: the bundle, the wheelhouse, the Windows packages, the papers."""
