-- A supervisor's authorisation of a `may-do` item of the remit for one case (brief G4): named, with a reason, never without an end.
create table remit_authorisations (
  id uuid primary key,
  case_id uuid not null references cases,
  item text not null,
  reason text not null,
  authorised_by uuid not null references staff,
  authorised_at timestamptz not null,
  expires_on date not null,                 -- the last day on which it holds
  withdrawn_at timestamptz,
  withdrawn_by uuid references staff,
  withdrawn_reason text,
  check ((withdrawn_at is null) = (withdrawn_by is null))
);
create index on remit_authorisations (case_id);
