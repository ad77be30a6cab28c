"""Forms: fields over one record, what a page says back, conflicts, and choices in the address."""
