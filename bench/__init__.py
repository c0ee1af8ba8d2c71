"""The public benchmarks, one command each; the data is given by its path and is no part of the project."""
