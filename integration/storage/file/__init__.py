"""The store’s file: opened, migrated, marked, guarded, looked over, backed up and put back."""
