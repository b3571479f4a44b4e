"""Finding people who stand on file twice, and what people decide about them."""
