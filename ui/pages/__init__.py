"""The pages: each is a module with ``render() -> None``, listed in ``ui.navigation`` and imported when it is opened."""
