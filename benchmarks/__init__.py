"""What the claims of docs/ytelse.md rest on; `make bench` runs all of it and writes the page."""
