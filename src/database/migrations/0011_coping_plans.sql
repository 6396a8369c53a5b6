-- A young person's coping plan (brief 4.7), made with the practitioner. Every version is kept. `parts` holds their own words.
create table coping_plans (
  id uuid primary key,
  person_id uuid not null references people,
  case_id uuid not null references cases,
  version int not null,
  parts jsonb not null,
  made_on date not null,
  reviewed_on date,
  copies text not null default '',
  offline boolean not null default false,   -- the young person chose to keep it on their device
  recorded_by uuid not null references staff,
  recorded_at timestamptz not null,
  unique (person_id, version)
);
