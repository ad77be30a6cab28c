"""Rendering a pack: from its snapshot to PDF, slides and workbook."""
