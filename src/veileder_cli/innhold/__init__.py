"""What the authors of a guide need: check, try, prove, draw, compare, begin."""
