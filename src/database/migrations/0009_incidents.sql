-- An incident: what one person said within half an hour. Each matter in it keeps an escalation of its own (brief 4.8).
alter table escalations add column incident_id uuid;
update escalations set incident_id = id;
alter table escalations alter column incident_id set not null;
-- Three T1 within seven days were raised together as this one, and count for no other.
alter table escalations add column patterned_in uuid references escalations;
create index escalations_by_person on escalations (person_id, opened_at);
-- Twice T2 or T3 in one episode: the supervisor looks at the whole case.
alter table cases add column review_wanted_at timestamptz;
