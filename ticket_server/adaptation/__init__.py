"""What a campus's own corrections add to the models as they are shipped, as versions on top of them."""
