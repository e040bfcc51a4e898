"""The ticket server: keeps the tickets, decides every change by the rules and tells everybody who watches."""
