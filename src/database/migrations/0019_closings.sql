-- The end of a case as it was recorded (brief 6.4), and its being opened again. A case may be closed more than once.
create table case_closings (
  id uuid primary key,
  case_id uuid not null references cases,
  closed_by uuid not null references staff,
  closed_at timestamptz not null,
  signed_off_by uuid references staff,      -- the supervisor, where the case was closed for not being attended
  body jsonb not null,                      -- reason, destination, what is missing and why, staying-well plan, notes
  reopened_by uuid references staff,
  reopened_at timestamptz,
  reopened_reason text,
  check ((reopened_at is null) = (reopened_by is null))
);
create unique index on case_closings (case_id) where reopened_at is null;
create index on case_closings (closed_at);
