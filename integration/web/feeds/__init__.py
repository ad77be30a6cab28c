"""What programs fetch again and again by the secret of a link: calendars and tables."""
