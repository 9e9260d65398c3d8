"""The contract of our own server API, generated from its messages and its route table."""
