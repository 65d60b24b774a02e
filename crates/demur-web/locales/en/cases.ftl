### cases
