"""What a network is, one update as a program, data, scenarios, sessions. No Qt."""
