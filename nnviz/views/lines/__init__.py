"""How a line of the program is written and drawn, for every panel that shows lines: fonts, colours, texts, mistakes."""
