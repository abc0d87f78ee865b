"""Say how words stand in a page: escaped, marked, cited, counted; nothing here knows which page it is."""
