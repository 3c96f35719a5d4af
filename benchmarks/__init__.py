"""Each benchmark prints ours, the peer's and the ratio, side by side, from one run."""
