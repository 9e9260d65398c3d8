"""What the commands of the README do: `python3 -m tasks demo | test | bench | setup`.

Only the standard library, because it runs before anything is installed.
"""
