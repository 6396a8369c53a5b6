-- What the staff page reads often: views of one alert, alerts sent to one member of staff, notices not seen yet.
create index audit_by_subject on audit (subject_id, at) where subject_id is not null;
create index alerts_by_staff on alerts (staff_id) where state = 'sent';
create index notices_unseen on notices (case_id) where seen_at is null;
