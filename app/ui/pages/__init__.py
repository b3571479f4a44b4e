"""One file a page; a page never imports another page."""
