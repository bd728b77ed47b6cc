"""Looking through practices: facets, finding, relatives, origins, comparison, exports."""
