-- The reference record's own tables: apart from the bot's, as in another system. Nothing here is changed or removed,
-- except that an idempotency key gets its answer.
create schema if not exists reference_record;

create table if not exists reference_record.cases (
  case_ref text not null,
  version int not null,
  details jsonb not null,
  updated_at timestamptz not null,
  primary key (case_ref, version)
);

create table if not exists reference_record.held (
  sequence bigserial primary key,
  case_ref text not null,
  kind text not null,
  id uuid not null,
  version int not null,
  flag_id uuid,                             -- of an event: the flag it belongs to
  body jsonb not null,
  digest text not null,
  idempotency_key text not null,
  received_at timestamptz not null,
  unique (kind, id, version)
);
create index if not exists held_by_case on reference_record.held (case_ref, sequence);

create table if not exists reference_record.idempotency (
  key text primary key,
  request_digest text not null,
  status int,
  answer jsonb,
  received_at timestamptz not null
);
