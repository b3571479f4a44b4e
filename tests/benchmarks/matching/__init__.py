"""What bench_matching runs, each in a process of its own so that its memory can be told."""
