"""The slides of a pack: a master of our own or a school's, and a slide per subject with native tables and charts."""
