"""Claims come in, findings go out: each verdict with one named reason and the evidence it rests on, never a guess."""
