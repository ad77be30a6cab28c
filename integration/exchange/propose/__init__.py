"""Sheets and the plan in, a proposal out: what each row would add or change, what is asked, and why."""
