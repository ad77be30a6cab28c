"""One law for every number: it is the same wherever it appears, and no sentence contradicts itself."""
