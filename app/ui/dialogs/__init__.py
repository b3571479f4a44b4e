"""Windows over the window: where a page hands over to a task of its own."""
