-- Words of instruments that may not be published: a service's own, under its own permission. They stand here and never in
-- the repository. Rows are not changed but for their withdrawal; of those not withdrawn the newest holds.
create table measure_wordings (
  id uuid primary key,
  measure text not null,
  -- Version of the definition the words were checked against.
  measure_version text not null,
  -- json and not jsonb: the order of the items is the instrument's.
  words json not null,
  source text not null,
  shown_on_form text,
  sha256 text not null,
  permission_reference text not null,
  permission_holder text not null,
  permitted_from date not null,
  permitted_until date,
  imported_at timestamptz not null,
  withdrawn_at timestamptz
);
create index measure_wordings_newest on measure_wordings (measure, imported_at desc) where withdrawn_at is null;
