-- outbox.last_problem holds codes only, as `refused:422:invalid-body` or `no-answer:timeout`, never what anybody wrote.
create index outbox_case_order on outbox (case_id, seq);
