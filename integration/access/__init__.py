"""Tokens, seals, PINs and mail: what proves who is asking, and what reaches them."""
