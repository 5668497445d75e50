"""The HTTP API, one module per place of the workbench. Bodies and answers are JSON.

An error is answered as {"message": ...} in the words of the `SaysoError` that it is.
"""
