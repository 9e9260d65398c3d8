"""The only part that opens connections to other machines."""
