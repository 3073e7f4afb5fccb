"""The embedded store: Django's SQLite backend, with a current SQLite, durable writes and a fair queue of
writers.
"""
