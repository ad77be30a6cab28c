"""Dutch and English words, dates and numbers; the language is an argument, never a global."""
