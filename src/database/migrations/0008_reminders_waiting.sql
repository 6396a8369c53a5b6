-- Whoever comes to the start is asked what waits for them.
create index reminders_waiting on reminders (person_id, due_at) where state = 'waiting';
