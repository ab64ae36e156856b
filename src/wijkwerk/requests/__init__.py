"""What an area asks of a service, with an answer duty.

Words. A *request* (verzoek) is asked of a service by whoever works for an area, in one sentence, about a thing of the
thread where there is one. Where the approach lets somebody order, it may be an *order* (opdracht), which a service
cannot refuse. Where services come to the office, a service *reports* (meldt zich) and the office answers. An
*assignment* (opdracht met eindresultaten) is what a programme is asked to bring about, recorded by both sides.

Rules. Who has to come to whom is `options.direction`: where nobody can demand, an order is refused for everybody, and a
request says what both sides need. Where `options.service_must_answer` holds, silence is late after the term of the
approach. A no and another date have a reason.

Lifecycle: looking for a service → asked → yes | no | other date; withdrawn at any time before the answer. Late is not
a state but a fact.
"""
