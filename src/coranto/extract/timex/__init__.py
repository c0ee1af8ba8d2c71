"""Time expressions and what their words mean (TimeML 1.2.1), before any date is known."""
