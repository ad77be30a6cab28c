"""What pages show about the steering pack and the digest."""
