"""Files to model: project, yamlfile, shape, library."""
