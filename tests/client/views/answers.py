"""What the tests of the views agree on: how long they wait, who is counted, and a text that would do harm as markup."""

PATIENCE_MS = 15_000

HOSTILE = '<img src="/etc/passwd"><h1>big</h1> a<b and b>c & \u202edlrow\u202c z\u0351\u0352algo <script>'
LONG_WORD = "y" * 200
INSTALLATION_ID = "0d3c7b1e-9a52-4c36-8d6f-5e2a1b4c7d90"
