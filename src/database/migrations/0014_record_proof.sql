-- Proof that the case record has what was sent, and what was found when it was read back. No words stand here.
alter table outbox alter column body drop not null;   -- erased some time after the record was read back and had it
alter table outbox add column digest text;            -- of what the record confirmed
alter table outbox add column compared_at timestamptz; -- read back last, and the same
create index outbox_to_compare on outbox (compared_at nulls first, case_id) where state = 'delivered';

create table record_comparisons (
  case_id uuid primary key references cases,
  compared_at timestamptz not null,
  held int not null,
  faults jsonb not null default '[]'                  -- [{what, outboxId}]
);

-- Whether the record could be reached last, by stream.
create table record_circuits (
  stream text primary key check (stream in ('case', 'risk')),
  open boolean not null,
  since timestamptz not null,
  problem text
);
