"""Going live: setting up, checking, migrating and running an installation."""
