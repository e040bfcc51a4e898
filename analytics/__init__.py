"""The analytics servers: replicas of the tickets' facts that stream what is derived from them."""
