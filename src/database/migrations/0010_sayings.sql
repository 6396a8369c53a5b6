-- T0: an ambiguous term that the person said was just a saying. Alarms nobody; in the weekly digest. `words` are a person's.
create table sayings (
  id uuid primary key,
  case_id uuid not null references cases,
  person_id uuid not null references people,
  term text not null,
  lane text not null,
  words text not null,
  said_at timestamptz not null
);
create index on sayings (case_id, said_at);
