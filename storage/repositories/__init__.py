"""One repository a matter: what the ports of the services ask for, in SQL."""
