"""The steering pack: one frozen snapshot, from which page, PDF, slides and workbook are made."""
