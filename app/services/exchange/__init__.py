"""Files between laptops: what is written, what is taken in, what comes of it."""
