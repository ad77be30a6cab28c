def routes(f):
    return []
