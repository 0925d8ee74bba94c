"""PDF bytes, with no idea what a leaflet is."""
