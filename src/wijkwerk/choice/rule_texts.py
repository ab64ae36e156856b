"""Each rule in two sentences, with its source. Shown by `--help`, the page and the report."""

from collections.abc import Mapping

from wijkwerk.choice.settings import Rule

RULE_TEXTS: Mapping[Rule, str] = {
    Rule.GREEDY: (
        "    The project with the most utility per euro is funded first (utility cost: the most votes), then the\n"
        "    next; one that no longer fits is passed over. The usual count of cities; see Talmon and Faliszewski,\n"
        "    \"A Framework for Approval-Based Budgeting Methods\", 2019."
    ),
    Rule.GREEDY_NO_SKIP: (
        "    As greedy, but the first project that does not fit ends the count. Used by several cities; see the\n"
        "    Pabulib specification, rule greedy-no-skip."
    ),
    Rule.THRESHOLD: (
        "    As greedy, but only projects with at least a fixed number of votes or points take part. See the Pabulib\n"
        "    specification, rule greedy-threshold."
    ),
    Rule.KNAPSACK: (
        "    Of all sets of projects that the budget can pay, the one with the greatest total utility is funded. See\n"
        "    Goel, Krishnaswamy, Sakshuwong and Aitamurto, \"Knapsack Voting for Participatory Budgeting\", 2019."
    ),
    Rule.EQUAL_SHARES: (
        "    Every voter gets an equal part of the budget, and a project is funded when its supporters can pay for it\n"
        "    together, the best price per unit of utility first. Peters, Pierczyński and Skowron, \"Proportional\n"
        "    Participatory Budgeting with Additive Utilities\", 2021."
    ),
    Rule.PHRAGMEN: (
        "    Every voter earns money at the same speed, and a project is funded as soon as its supporters have its\n"
        "    cost together; the count ends at the first that does not fit. L. E. Phragmén, 1894; for budgets: Los,\n"
        "    Christoff and Grossi, \"Proportional Budget Allocations\", 2022."
    ),
    Rule.BORDA: (
        "    Ranked ballots: the last on a list gets 1 point (or 0), the one above it one more, and so on; everything\n"
        "    is put in order of points and funded down the list as far as it fits. J.-C. de Borda, 1781."
    ),
    Rule.SCHULZE: (
        "    Ranked ballots: projects are compared two by two, and whoever beats another along the strongest path of\n"
        "    majorities stands above it; funded down the list as far as it fits. M. Schulze, \"A new monotonic,\n"
        "    clone-independent … single-winner election method\", 2011."
    ),
    Rule.STV: (
        "    Ranked ballots: the project with the fewest first choices drops out and its ballots go to their next\n"
        "    choice, and what a winner has above the quota is handed on too; funded in that order as far as it fits.\n"
        "    T. Hare, 1857; surpluses as in the weighted inclusive Gregory method with the Droop quota."
    ),
}  # fmt: skip
