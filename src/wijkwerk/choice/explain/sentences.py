"""From values to sentences: a project, a change, a receipt, a column of the comparison."""

from wijkwerk.choice.election import Election
from wijkwerk.choice.explain.change import Change
from wijkwerk.choice.explain.compare import Column
from wijkwerk.choice.explain.projects import ProjectExplanation
from wijkwerk.choice.explain.receipt import Receipt
from wijkwerk.choice.explain.words import Words

MOST_FLOWS = 3


class Sentences:
    """Speaks about one election in one language."""

    def __init__(self, election: Election, language: str = "nl") -> None:
        self.language = language
        self.words = Words(language, election.currency, election.scale)
        self._names = {project.id: project.name or project.id for project in election.projects}

    def name(self, project: str) -> str:
        """The title of a project, or its id where it has none. A label (`category:…`) without its prefix."""
        return self._names.get(project) or project.partition(":")[2] or project

    def project(self, value: ProjectExplanation) -> str:
        """Two to five sentences about one project."""
        say = self.words
        key = "funded" if value.funded else "lost"
        said = [
            say.text(
                key, name=self.name(value.project), cost=say.money(value.cost), votes=say.votes(value.votes)
            )
        ]
        if value.price is not None:
            said += self.payers("price", value.payers, price=say.money(value.price))
            said += self.payers("partial", value.partial_payers)
        if value.loss is not None:
            said.append(say.why(value.loss.why, self.name(value.loss.by) if value.loss.by else ""))
            said += self._lacking(value)
        return " ".join(said)

    def payers(self, key: str, number: int, **values: str) -> list[str]:
        """How many paid the price, or gave what they had; nothing where nobody did."""
        key = f"{key}_one" if number == 1 else key
        return [self.words.text(key, payers=self.words.voters(number), **values)] if number else []

    def _lacking(self, value: ProjectExplanation) -> list[str]:
        say, said = self.words, []
        if value.lacking_money and value.available is not None:
            key = "supporters_lack" if value.lacking_votes is not None else "room_lack"
            said.append(
                say.text(key, available=say.money(value.available), money=say.money(value.lacking_money))
            )
        if value.lacking_votes:
            said.append(say.text("lacking_votes", votes=say.voters(value.lacking_votes)))
        if value.flows:
            flows = [
                f"{self.name(flow.project)} ({say.money(flow.amount)})" for flow in value.flows[:MOST_FLOWS]
            ]
            said.append(say.text("flows", flows=", ".join(flows)))
        return said

    def change(self, value: Change) -> str:
        """What would have turned its fate; empty where nothing would."""
        say, end = self.words, "lose" if value.funded else "win"
        said = []
        if value.votes is not None:
            said.append(say.text(f"change_votes_{end}", votes=say.votes(value.votes)))
        if value.cost is not None:
            said.append(say.text(f"change_cost_{end}", cost=say.money(value.cost)))
        return " ".join(said)

    def receipt(self, value: Receipt) -> str:
        """What a ballot paid and which choices go through."""
        say, said = self.words, []
        if value.share is not None or any(line.paid is not None for line in value.lines):
            paid = [line for line in value.lines if line.paid]
            items = [
                say.text("receipt_item", amount=say.money(p.paid or 0), name=self.name(p.project))
                for p in paid
            ]
            said.append(
                say.text("receipt_paid", items=", ".join(items)) if items else say.text("receipt_none")
            )
        key = "receipt_one" if value.funded == 1 else "receipt_funded"
        said.append(say.text(key, funded=value.funded, choices=len(value.lines)))
        if value.left is not None:
            said.append(say.text("receipt_left", amount=say.money(value.left)))
        return " ".join(said)

    def column(self, value: Column) -> str:
        """One rule in the comparison."""
        say = self.words
        return say.text(
            "column",
            winners=len(value.winners),
            cost=say.money(value.total_cost),
            share=say.percent(value.share_with_one),
            average=say.number(value.average_funded, 1),
        )
