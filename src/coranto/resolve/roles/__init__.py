"""Roles: offices and callings that the text gives someone, with whose they are and since when."""
