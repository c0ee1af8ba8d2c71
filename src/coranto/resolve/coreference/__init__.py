"""Coreference: names, acronyms, descriptions and pronouns, each joined to the entity that it stands for."""
