"""The question behind signals, in two wordings and from three sources.

Words. A *need* (behoefte) is what is understood behind one or many signals: the question asked and the question behind
it. *Residents' words* and *policy words* stand side by side, both kept (ROT-21). It is fed by three sources: residents,
figures, professionals (ROT-11).

Rules. It is stored whose words a need is in (DEV-53). A signal becomes part of a need in triage; everyone who asked
about one of its signals is told.

Higher capabilities add to these pages through `hooks`: what else is known of a signal, where one goes on from a need.

Lifecycle: open → met | dropped, which follows from what was done about it.
"""
