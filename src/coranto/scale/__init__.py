"""The same steps for many articles: in a pool of processes, and on into the store."""
