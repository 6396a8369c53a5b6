-- A supervisor's look at a whole case after two incidents of T2 or T3 (brief 4.8): what was decided. Append-only; clears the mark.
create table case_reviews (
  id uuid primary key,
  case_id uuid not null references cases,
  wanted_at timestamptz not null,
  -- How many incidents of T2 or T3 the case had when it was looked at.
  incidents int not null,
  reviewed_at timestamptz not null,
  reviewed_by uuid not null references staff,
  decision text not null check (decision in ('continue', 'change', 'step-up', 'close', 'discuss')),
  note text not null
);
create index on case_reviews (case_id, reviewed_at);
