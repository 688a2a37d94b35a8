"""Text from outside comes back as it went in, and is never anything but text."""
