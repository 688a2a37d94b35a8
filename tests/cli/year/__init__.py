"""A made-up year of one office: the workbooks it typed, the commands it gave, a program that gives them, a count."""
