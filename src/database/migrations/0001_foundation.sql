-- People, cases, conversations, dialog state, the record of what was done, escalations, outbox, audit.
-- Words a person wrote stand only in: activities.body, dialog_states.state, record_events.body, escalations.words/context, notes inside escalation_events, outbox.body.

create table staff (
  id uuid primary key,
  issuer text not null,
  subject text not null,
  display_name text not null,
  first_name text not null,
  roles text[] not null default '{}',
  active boolean not null default true,
  created_at timestamptz not null,
  unique (issuer, subject)
);

create table cases (
  id uuid primary key,
  case_ref text not null unique,            -- its id in the case record, which is master of the case
  practitioner_id uuid not null references staff,
  supervisor_id uuid references staff,
  state text not null check (state in ('setting-up', 'active', 'paused', 'closed')),
  care_status text not null default 'none',
  sessions_planned int not null default 6,
  session_number int not null default 1,
  next_session_at timestamptz,
  setup jsonb not null default '{}',
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table people (
  id uuid primary key,
  case_id uuid not null references cases,
  role text not null check (role in ('young-person', 'parent-carer')),
  preferred_name text not null,
  pronouns text,
  band text not null check (band in ('Y11-13', 'Y14-15', 'Y16-18', 'P5-7', 'P8-11', 'P12+')),
  date_of_birth date,
  -- invited: has not opened the link; joined: code entered, first conversation not finished; active; paused: prompts stopped; closed: read-only
  state text not null check (state in ('invited', 'joined', 'active', 'paused', 'closed')),
  settings jsonb not null default '{}',
  child_called text,                        -- parents only: what this adult calls the child
  called text,                              -- parents only: what the child calls them
  pin_hash text,
  pin_tries int not null default 0,
  pin_locked_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null
);
create index on people (case_id);

create table consents (
  id uuid primary key,
  person_id uuid not null references people,
  capacity_basis text,
  judged_by text,
  judged_on date,
  information_version text,
  parents_may_see text,
  assent boolean,
  review_on date,
  withdrawn_on date,
  recorded_by uuid references staff,
  recorded_at timestamptz not null
);
create index on consents (person_id, recorded_at);

create table invitations (
  id uuid primary key,
  person_id uuid not null references people,
  link_hash text not null unique,           -- sha-256 of the link's secret
  code_hash text not null,                  -- scrypt
  tries int not null default 0,
  expires_at timestamptz not null,
  used_at timestamptz,
  replaced_at timestamptz,
  issued_by uuid references staff,
  created_at timestamptz not null
);
create index on invitations (person_id);

create table devices (
  id uuid primary key,
  person_id uuid not null references people,
  secret_hash text not null unique,         -- sha-256 of the device's secret
  unlocked_until timestamptz,
  revoked_at timestamptz,
  last_seen_at timestamptz not null,
  created_at timestamptz not null
);
create index on devices (person_id);

create table device_codes (
  id uuid primary key,
  person_id uuid not null references people,
  code_hash text not null,
  tries int not null default 0,
  expires_at timestamptz not null,
  used_at timestamptz,
  created_at timestamptz not null
);
create index on device_codes (person_id);

create table conversations (
  id text primary key,
  channel text not null,                    -- directline, msteams …
  person_id uuid references people,         -- null while nobody is linked
  reference jsonb,                          -- how to reach someone first on this channel
  last_seq bigint not null default 0,       -- the watermark
  created_at timestamptz not null
);
create index on conversations (person_id);

create table activities (
  conversation_id text not null references conversations,
  seq bigint not null,
  id text not null unique,
  direction text not null check (direction in ('in', 'out')),
  turn_id uuid,
  dedupe_key text,                          -- inbound only: channel id + type + time of edit
  body jsonb not null,
  sent_at timestamptz,                      -- outbound on channels that push; null: still to be sent
  created_at timestamptz not null,
  primary key (conversation_id, seq),
  unique (conversation_id, dedupe_key)
);
create index activities_to_send on activities (created_at) where direction = 'out' and sent_at is null;
create index on activities (turn_id);

-- One state for a person whatever the channel or device; for an unlinked conversation, one for the conversation.
create table dialog_states (
  owner text primary key,                   -- person:<id> or conversation:<id>
  version int not null,
  state jsonb not null,
  updated_at timestamptz not null
);

-- Append-only: what was done, in order. An amended entry is a new row with the next version.
create table record_events (
  id uuid primary key,
  case_id uuid not null references cases,
  person_id uuid not null references people,
  type text not null,
  entry_id uuid not null,
  entry_version int not null,
  body jsonb not null,
  local_date date not null,
  created_at timestamptz not null,
  unique (entry_id, entry_version)
);
create index on record_events (case_id, created_at);
create index on record_events (person_id, type, created_at);

create table assignments (
  id uuid primary key,
  person_id uuid not null references people,
  module text not null,
  step_opened int not null default 1,
  assigned_by uuid references staff,
  assigned_at timestamptz not null,
  ended_at timestamptz
);
create unique index on assignments (person_id, module) where ended_at is null;

create table measure_requests (
  id uuid primary key,
  person_id uuid not null references people,
  measure text not null,
  asked_by uuid references staff,
  reason text not null default 'session',   -- baseline, session, review, end
  state text not null check (state in ('asked', 'started', 'sent', 'expired', 'withdrawn')),
  administration_id uuid,
  asked_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz
);
create index on measure_requests (person_id, state);

create table reminders (
  key text primary key,
  person_id uuid not null references people,
  due_at timestamptz not null,
  dialog text not null,
  input jsonb not null default '{}',
  state text not null check (state in ('waiting', 'shown', 'cancelled')),
  created_at timestamptz not null
);
create index on reminders (state, due_at);

create table escalations (
  id uuid primary key,
  inbound_key text not null,                -- conversation + dedupe key + lane: a retried or redelivered turn opens nothing twice
  conversation_id text not null,
  person_id uuid references people,
  case_id uuid references cases,
  lane text not null,
  tier text not null check (tier in ('T0', 'T1', 'T2', 'T3')),
  priority boolean not null default false,
  state text not null check (state in ('open', 'acknowledged', 'closed')),
  holds boolean not null default false,     -- module_hold: true from T2 until a named human releases
  words text not null,
  context jsonb not null default '[]',
  findings jsonb not null,
  rules_version text not null,
  opened_at timestamptz not null,
  acknowledged_at timestamptz,
  acknowledged_by uuid references staff,
  released_at timestamptz,
  released_by uuid references staff,
  outcome text,
  version int not null default 1,
  unique (inbound_key, lane)
);
create index on escalations (state, opened_at);
create index escalations_holding on escalations (person_id) where holds;
create index on escalations (case_id);

-- Append-only history of an escalation: everything shown, sent, seen, said and decided.
create table escalation_events (
  id uuid primary key,
  escalation_id uuid not null references escalations,
  at timestamptz not null,
  kind text not null,
  staff_id uuid references staff,
  body jsonb not null default '{}'
);
create index on escalation_events (escalation_id, at);

create table alerts (
  id uuid primary key,
  escalation_id uuid not null references escalations,
  route text not null,
  staff_id uuid references staff,
  state text not null check (state in ('waiting', 'sent', 'failed')),
  attempts int not null default 0,
  sent_at timestamptz,
  created_at timestamptz not null,
  unique (escalation_id, route, staff_id)
);

create table notices (
  id uuid primary key,
  case_id uuid not null references cases,
  person_id uuid not null references people,
  notice text not null,
  detail text,
  created_at timestamptz not null,
  seen_at timestamptz,
  seen_by uuid references staff
);
create index on notices (case_id, created_at);

create table outbox (
  id uuid primary key,
  seq bigserial not null,
  case_id uuid not null references cases,
  stream text not null check (stream in ('case', 'risk')),
  type text not null,
  idempotency_key text not null unique,
  body jsonb not null,
  state text not null check (state in ('waiting', 'delivered', 'parked')),
  attempts int not null default 0,
  next_attempt_at timestamptz not null,
  last_problem text,
  receipt jsonb,
  created_at timestamptz not null,
  delivered_at timestamptz,
  parked_at timestamptz
);
create index outbox_waiting on outbox (case_id, stream, seq) where state = 'waiting';
create index outbox_parked on outbox (parked_at) where state = 'parked';

create table audit (
  id uuid primary key,
  at timestamptz not null,
  staff_id uuid references staff,
  action text not null,
  case_id uuid,
  person_id uuid,
  subject_id text,
  detail jsonb not null default '{}'
);
create index on audit (case_id, at);

-- Single-use things that must not be used twice: development links, PKCE states, replayed tokens.
create table used_once (
  key text primary key,
  expires_at timestamptz not null
);

create table staff_sign_ins (
  id uuid primary key,
  secret_hash text not null unique,
  staff_id uuid not null references staff,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  ended_at timestamptz
);

create table heartbeats (
  name text primary key,
  beat_at timestamptz not null
);
