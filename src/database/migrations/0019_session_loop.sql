-- What was agreed in a session until the next one (brief 1.0), in the practitioner's words. Append-only: the newest of a
-- person counts. The session itself is the record event `session_id`.
create table agreements (
  session_id uuid primary key,
  case_id uuid not null references cases,
  person_id uuid not null references people,
  module text,                              -- with `step`: what was open after the session
  step int,
  agreed text not null,
  prompt_at timestamptz,                    -- the first practice prompt, if one was wanted
  check_at timestamptz,                     -- the check in the middle of the week, if one was wanted
  agreed_by uuid not null references staff,
  agreed_at timestamptz not null
);
create index on agreements (person_id, agreed_at);
create index on agreements (case_id, agreed_at);
-- A reminder that has a last moment is neither told nor offered after it: what comes next takes its place.
alter table reminders add column until_at timestamptz;
