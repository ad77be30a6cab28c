<<<<<<< HEAD
"""Tokens, seals and PINs: what proves who is asking."""
=======
"""Reaching people: who they are, and mail to them."""
>>>>>>> 2fde510 (Mail: one text to one person through the mail server of the settings; refusals are sentences)
