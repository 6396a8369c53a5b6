-- Accounts of channels (Teams) bound to a person by their invitation code; one person may have several.
create table accounts (
  channel text not null,
  tenant text not null,
  account text not null,
  person_id uuid not null references people,
  linked_at timestamptz not null,
  primary key (channel, tenant, account)
);
create index on accounts (person_id);
