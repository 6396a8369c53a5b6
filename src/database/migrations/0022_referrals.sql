-- Where cases come from (operational guidance, section 7). One that was not accepted has no case.
create table referrals (
  id uuid primary key,
  source text not null,
  received_on date not null,
  case_id uuid unique references cases,
  earlier_case_id uuid references cases,
  same_issue boolean not null default false,
  not_accepted_reason text,
  recorded_by uuid not null references staff,
  recorded_at timestamptz not null,
  check ((case_id is null) = (not_accepted_reason is not null))
);
create index on referrals (received_on);
