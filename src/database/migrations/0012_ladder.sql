-- The rota: who is there and when. A member of staff without rows of their own works the service's hours.
create table rota_closures (
  day date primary key,
  reason text not null default ''
);
create table rota_hours (
  staff_id uuid not null references staff,
  weekday int not null check (weekday between 1 and 7),
  from_time time not null,
  until_time time not null check (until_time > from_time),
  primary key (staff_id, weekday)
);
create table rota_absences (
  id uuid primary key,
  staff_id uuid not null references staff,
  from_at timestamptz not null,
  until_at timestamptz not null check (until_at > from_at),
  cover_id uuid references staff,
  created_at timestamptz not null
);
create index on rota_absences (until_at);
create table rota_covers (
  staff_id uuid primary key references staff,
  cover_id uuid not null references staff
);
create table rota_duty (
  id uuid primary key,
  staff_id uuid not null references staff,
  weekday int check (weekday between 1 and 7),
  day date,
  check ((weekday is null) <> (day is null))
);
create unique index rota_duty_weekdays on rota_duty (weekday, staff_id) where weekday is not null;
create unique index rota_duty_days on rota_duty (day, staff_id) where day is not null;
create table rota_on_call (
  id uuid primary key,
  staff_id uuid not null references staff,
  from_at timestamptz not null,
  until_at timestamptz not null check (until_at > from_at)
);
create index on rota_on_call (until_at);

-- Where a member of staff is reached outside the staff page: an e-mail address, a pager's number, a Teams conversation.
create table staff_addresses (
  staff_id uuid not null references staff,
  route text not null,
  address text not null,
  primary key (staff_id, route)
);

-- The acknowledgement ladder: what is to happen while nobody acknowledges. A raise or a handover begins a new round.
create table ladder_rungs (
  id uuid primary key,
  escalation_id uuid not null references escalations,
  round int not null,
  position int not null,
  rung text not null,
  due_at timestamptz not null,
  tell text[] not null,
  by text not null check (by in ('every-route', 'page')),
  incident_log boolean not null,
  -- silent: somebody had acknowledged by then; replaced: a new round began before
  state text not null check (state in ('waiting', 'run', 'silent', 'replaced')),
  run_at timestamptz,
  unique (escalation_id, round, position)
);
create index ladder_rungs_due on ladder_rungs (due_at) where state = 'waiting';

alter table escalations add column assigned_to uuid references staff;

-- One alert tells one person by one route at one rung. A failed one is tried again at next_attempt_at, while that is set.
alter table alerts add column rung_id uuid references ladder_rungs;
alter table alerts add column next_attempt_at timestamptz;
alter table alerts add column claimed_until timestamptz;
alter table alerts add column last_problem text;
alter table alerts drop constraint alerts_escalation_id_route_staff_id_key;
alter table alerts drop constraint alerts_state_check;
alter table alerts add constraint alerts_state_check check (state in ('waiting', 'sent', 'failed', 'not-needed'));
create index on alerts (escalation_id);
create index alerts_due on alerts (next_attempt_at) where next_attempt_at is not null;
