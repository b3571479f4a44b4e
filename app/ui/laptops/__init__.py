"""The parts of the laptops page: laptops and the people who work at them."""
