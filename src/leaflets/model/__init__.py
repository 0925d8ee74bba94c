"""What things are: frozen dataclasses, standard library only."""
