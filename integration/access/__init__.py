"""Tokens, seals and PINs: what proves who is asking."""
