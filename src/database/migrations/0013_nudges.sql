-- The bot comes first with what is due: `nudge_at` is when to look whether it may; null once it did or never will.
alter table reminders add column nudge_at timestamptz;
create index reminders_to_nudge on reminders (nudge_at) where state = 'waiting' and nudge_at is not null;
create table nudges (
  id uuid primary key,
  person_id uuid not null references people,
  reminder_key text not null,
  nudged_at timestamptz not null
);
create index on nudges (person_id, nudged_at);
