-- A reply that is committed and not sent yet stands here until it is: a few small rows at any time. Marking it on the
-- activity itself would write the whole message and all of its index entries once more.
create table owed_replies (
  conversation_id text not null,
  seq bigint not null,
  created_at timestamptz not null,
  primary key (conversation_id, seq),
  foreign key (conversation_id, seq) references activities
);
insert into owed_replies (conversation_id, seq, created_at)
  select conversation_id, seq, created_at from activities where direction = 'out' and sent_at is null;
drop index activities_owed;
alter table activities drop column sent_at;
