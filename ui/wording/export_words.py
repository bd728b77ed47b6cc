"""Words around taking an answer along."""

HEADING = "Take it with you"
FILE_NAME = "nrm-guide-answer"
CARD_LABEL = "Card to print"
CARD_FILE = "nrm-guide-card.pdf"
RECEIPT_LABEL = "Receipt"
RECEIPT_FILE = "nrm-guide-receipt.json"
RECEIPT_HELP = (
    "How this answer came about, for somebody who wants to check it. The file holds the question; it is made when you "
    "press the button and kept only where you save it."
)
CONVERSATION_HEADING = "The whole conversation as a file"
CONVERSATION_FILE = "nrm-guide-conversation"
