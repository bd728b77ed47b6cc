"""The Quiz page: choose and make, review and edit, take, and take along. All of it lives in one session."""
