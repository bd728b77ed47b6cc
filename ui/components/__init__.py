"""What pages are built from.

``markup`` text to safe HTML · ``style`` the look · ``described`` what a passage is called and where it
stands · ``source_card`` a passage in its article · ``answer`` a whole answer · ``remarks`` notices and
gaps · ``filters`` the filters of the design · ``address`` what a page keeps in its address · ``at_risk``
for a person in danger · ``conversation`` the turns of a session · ``export`` slots for exports
"""
