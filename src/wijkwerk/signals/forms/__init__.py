"""Forms of signals: a report on three screens, the desk, triage, answering."""
