"""Keys: the device's and the workspace's signatures, the wraps of the store key, recovery."""
