"""The settings dialog, made from what the manifests say; it is imported when it is first opened."""
