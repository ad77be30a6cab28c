"""The update page: what a lead changes in two minutes a week, one file per tab."""
