### house
