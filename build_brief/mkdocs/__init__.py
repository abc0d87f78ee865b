"""All that knows MkDocs: the HTML of the written pages, made once or live, and kept where nothing changed."""
