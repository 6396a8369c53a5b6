-- What a conversation is owed is looked up by conversation after every message, and by age now and then; few rows at any time.
create index activities_owed on activities (conversation_id, seq) where direction = 'out' and sent_at is null;
drop index activities_to_send;
