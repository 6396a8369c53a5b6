-- The service's own staffed hours; without any row the ones of the configuration count.
create table rota_service_hours (
  weekday int primary key check (weekday between 1 and 7),
  from_time time not null,
  until_time time not null check (until_time > from_time)
);
-- Who changed the rota and to what, in order; the last number of a part is the version that a change of it must be made from.
-- Holds no addresses.
create table rota_changes (
  seq bigserial primary key,
  at timestamptz not null,
  staff_id uuid not null references staff,
  -- Null: the service's own part; else whose hours, leave, cover and addresses.
  about uuid references staff,
  body jsonb not null
);
