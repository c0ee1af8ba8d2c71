"""What flows between the steps: frozen records, and the tokens they are made from.

The records that leave the program (`Reading` and all in it) are frozen Pydantic models, one module a noun.
What flows only between steps (tokens, sentences, mentions, drafts) are slotted frozen dataclasses, made in
their thousands an article, where validation would cost more than the parse.
"""
