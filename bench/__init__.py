"""What Warmhands costs, measured: `make bench`. Times are printed, never asserted: machines differ."""
