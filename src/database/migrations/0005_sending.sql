-- One process at a time sends what a conversation is still owed: keeps the order, and nothing is said twice.
alter table conversations add column sending_until timestamptz;
