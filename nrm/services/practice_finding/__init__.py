"""Looking through practices: facets, finding, what to loosen, relatives, origins, comparison, exports."""
