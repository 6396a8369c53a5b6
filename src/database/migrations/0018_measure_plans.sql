-- What is asked of somebody and when, where it was set for them; every version is kept and the newest holds.
create table measure_plans (
  person_id uuid not null references people,
  version int not null,
  measures jsonb not null,                  -- [{measure, when: [baseline | session | review | end]}]
  set_by uuid references staff,
  set_at timestamptz not null,
  primary key (person_id, version)
);
-- The session a measure is wanted before; null where it was asked for without one in sight.
alter table measure_requests add column session_at timestamptz;
create index measure_requests_before on measure_requests (session_at) where state in ('asked', 'started');
