"""Words for a person who may be at risk, and the way out of this page."""

LEAVE_PATH = "/leave"
EMERGENCY_NUMBER = "112"

CALL_NOW = f"If you are in danger now, call {EMERGENCY_NUMBER}"
OR_NATIONAL = "Or call your country's emergency number. This page cannot call anyone, and nobody reads it."
CALL_BUTTON = f"Call {EMERGENCY_NUMBER}"
WHO_CAN_HELP = "People who can help"
CHECKED_ON = "number checked on"
NOTHING_KEPT = "You do not have to explain anything here. Nothing you typed was kept."
LEAVE_NOW = "Leave this page now"
BACK = "Back to the start"
