"""The one writer: owns a session, runs it in time slices, announces snapshots. QtCore only."""
