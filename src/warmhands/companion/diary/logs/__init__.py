"""What an entry may say, and the readers of other apps' exports. Pure: no database, no clock, no request."""
