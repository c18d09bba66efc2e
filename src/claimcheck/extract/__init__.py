"""Articles come in, claims go out: the spaCy pipeline and the readers it is made of."""
