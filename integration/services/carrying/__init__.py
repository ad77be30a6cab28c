"""Who carries what: open work by person and by organisation."""
