"""Rules that divide money: greedy, knapsack optimum, Equal Shares and Phragmén."""
