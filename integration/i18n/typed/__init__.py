"""What people type and paste: one reader of days, numbers, progress and people for every field, table and file."""
