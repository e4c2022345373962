-- Made from the migrations by `bun src/build/schema.ts`; change those.

create table appliance (
  id         integer primary key check (id = 1),
  epoch      blob not null,
  public_url text,
  language   text not null,
  time_zone  text not null,
  created_at integer not null,
  key_check  blob
) strict;

create table appliance_settings (
  subject    text primary key,
  body       text not null,
  changed_at integer not null,
  changed_by integer
) strict, without rowid;

create table audit (
  id          integer primary key autoincrement,
  at          integer not null,
  actor_kind  text not null,
  actor_id    integer,
  address     text,
  agent       text,
  action      text not null,
  target_kind text,
  target_id   integer,
  before      text,
  after       text,
  detail      text,
  previous    blob,
  hash        blob not null
) strict;

create index audit_at on audit (at);

create index audit_target on audit (target_kind, target_id);

create trigger audit_keeps_all before delete on audit begin
  select raise(abort, 'the audit log is append-only');
end;

create trigger audit_keeps_rows before update on audit begin
  select raise(abort, 'the audit log is append-only');
end;

create table conversations (
  id               integer primary key autoincrement,
  public_id        blob not null unique,
  site_id          integer not null references sites,
  visitor_id       integer not null references visitors,
  visit_id         integer references visits,
  page_id          integer references pages,
  customer_id      integer references customers,
  kind             text not null,
  state            text not null,
  group_id         integer,
  assigned_to      integer references people,
  assigned_at      integer,
  wanted_person_id integer references people,
  wanted_group_id  integer,
  priority         integer not null default 0,
  opened_at        integer not null,
  opened_by_kind   text not null,
  accepted_at      integer,
  first_reply_at   integer,
  waiting_since    integer,
  last_entry_id    integer,
  last_at          integer not null,
  seq              integer not null default 0,
  visitor_seq      integer not null default 0,
  closed_at        integer,
  closed_by        integer references people,
  closed_because   text,
  snoozed_until    integer,
  category_id      integer,
  note             text,
  wrapped_at       integer,
  wrapped_by       integer references people,
  handled_at       integer,
  handled_by       integer references people,
  rating           integer,
  rated_at         integer,
  language         text
) strict;

create index conversations_assigned on conversations (assigned_to, state, last_at);

create index conversations_closed on conversations (closed_at) where closed_at is not null;

create index conversations_customer on conversations (customer_id) where customer_id is not null;

create index conversations_group on conversations (group_id, state, waiting_since);

create index conversations_kind on conversations (kind, handled_at, last_at) where kind <> 'chat';

create index conversations_site on conversations (site_id, state, last_at);

create index conversations_state on conversations (state, last_at);

create index conversations_visit on conversations (visit_id) where visit_id is not null;

create index conversations_visitor on conversations (visitor_id, last_at);

create table customers (
  id          integer primary key,
  public_id   blob not null unique,
  name        text,
  company     text,
  email       text,
  phone       text,
  wechat      text,
  remarks     text,
  owner_id    integer references people,
  category_id integer,
  country     text,
  region      text,
  created_at  integer not null,
  created_by  integer references people,
  erased_at   integer
) strict;

create table drafts (
  person_id       integer not null references people,
  conversation_id integer not null references conversations,
  body            text not null,
  saved_at        integer not null,
  primary key (person_id, conversation_id)
) strict, without rowid;

create table due (
  kind       text not null,
  subject_id integer not null,
  at         integer not null,
  payload    text,
  primary key (kind, subject_id)
) strict, without rowid;

create index due_at on due (at);

create table entries (
  id              integer primary key autoincrement,
  conversation_id integer not null references conversations,
  seq             integer not null,
  visitor_seq     integer,
  kind            text not null,
  author_kind     text not null,
  author_id       integer,
  client_key      text,
  body            text,
  payload         text,
  reply_to        integer references entries,
  target_id       integer references entries,
  posted_at       integer not null,
  edited_at       integer,
  edited_by       integer,
  deleted_at      integer,
  deleted_by      integer
) strict;

create unique index entries_key on entries (author_kind, author_id, client_key) where client_key is not null;

create index entries_reply on entries (reply_to) where reply_to is not null;

create unique index entries_seq on entries (conversation_id, seq);

create index entries_target on entries (target_id) where target_id is not null;

create unique index entries_visitor_seq on entries (conversation_id, visitor_seq) where visitor_seq is not null;

create virtual table entry_texts using fts5(body, tags, content = '', tokenize = 'unicode61 remove_diacritics 2');

create table entry_versions (
  entry_id    integer not null references entries,
  n           integer not null,
  body        text,
  payload     text,
  replaced_at integer not null,
  replaced_by integer,
  primary key (entry_id, n)
) strict, without rowid;

create table file_chunks (
  file_id integer not null references files,
  n       integer not null,
  bytes   blob not null,
  primary key (file_id, n)
) strict;

create table files (
  id              integer primary key autoincrement,
  public_id       blob not null unique,
  site_id         integer references sites,
  kind            text not null,
  name            text not null,
  type            text not null,
  bytes           integer not null,
  width           integer,
  height          integer,
  ms              integer,
  sha256          blob,
  uploader_kind   text not null,
  uploader_id     integer not null,
  conversation_id integer references conversations,
  entry_id        integer references entries,
  started_at      integer not null,
  received_at     integer,
  completed_at    integer,
  deleted_at      integer,
  emptied_at      integer
) strict;

create index files_conversation on files (conversation_id) where conversation_id is not null;

create index files_deleted on files (deleted_at) where deleted_at is not null and emptied_at is null;

create index files_entry on files (entry_id) where entry_id is not null;

create index files_unfinished on files (started_at) where completed_at is null;

create table idempotency (
  key     blob primary key,
  door    text not null,
  request blob not null,
  status  integer not null,
  body    text not null,
  until   integer not null
) strict, without rowid;

create index idempotency_until on idempotency (until);

create table login_links (
  digest     blob primary key,
  purpose    text not null,
  person_id  integer references people,
  made_at    integer not null,
  made_by    integer references people,
  expires_at integer not null,
  used_at    integer
) strict, without rowid;

CREATE VIEW open_sessions as
  select id, digest, person_id as personId, created_at as createdAt, seen_at as seenAt, expires_at as expiresAt, address, agent, remembered,
         confirmed_at as confirmedAt
    from sessions
   where ended_at is null;

create table outbox (
  id        integer primary key autoincrement,
  kind      text not null,
  subject   text not null,
  target_id integer,
  payload   text not null,
  key       text not null unique,
  queued_at integer not null,
  due_at    integer not null,
  tries     integer not null default 0,
  done_at   integer,
  error     text
) strict;

create index outbox_done on outbox (done_at) where done_at is not null;

create index outbox_due on outbox (due_at) where done_at is null;

create index outbox_order on outbox (kind, subject, target_id) where done_at is null;

create table page_views (
  visit_id integer not null references visits,
  n        integer not null,
  page_id  integer not null references pages,
  at       integer not null,
  seconds  integer not null default 0,
  primary key (visit_id, n)
) strict, without rowid;

create index page_views_page on page_views (page_id, at);

create table pages (
  id      integer primary key,
  site_id integer not null references sites,
  url     text not null,
  title   text not null,
  unique (site_id, url)
) strict;

create table participants (
  conversation_id integer not null references conversations,
  person_id       integer not null references people,
  part            text not null,
  joined_at       integer not null,
  left_at         integer,
  primary key (conversation_id, person_id)
) strict, without rowid;

create table people (
  id                   integer primary key,
  public_id            blob not null unique,
  role_id              integer not null references roles,
  nickname             text not null,
  job_number           text,
  email                text unique,
  phone                text unique,
  picture_id           integer references files,
  language             text not null,
  time_zone            text,
  look                 text not null default '{}',
  notices              text not null default '{}',
  password_hash        text,
  must_change_password integer not null default 0,
  totp_secret          blob,
  totp_step            integer,
  status               text not null default 'online',
  status_at            integer not null,
  seen_at              integer,
  conversation_limit   integer,
  position             integer not null default 0,
  released_at          integer,
  created_at           integer not null,
  created_by           integer references people,
  disabled_at          integer,
  disabled_by          integer references people
) strict;

CREATE VIEW persons as
  select people.id, people.public_id as publicId, people.role_id as roleId, roles.name as role, roles.rights, people.nickname,
         people.job_number as jobNumber, people.email, people.phone, people.picture_id as pictureId, people.language,
         people.time_zone as timeZone, people.look, people.notices, people.password_hash is not null as hasPassword,
         people.must_change_password as mustChangePassword, people.status, people.status_at as statusAt, people.seen_at as seenAt,
         people.created_at as createdAt, people.disabled_at as disabledAt
    from people
    join roles on roles.id = people.role_id;

create table read_marks (
  conversation_id integer not null references conversations,
  party_kind      text not null,
  party_id        integer not null,
  delivered_seq   integer not null default 0,
  read_seq        integer not null default 0,
  at              integer not null,
  primary key (conversation_id, party_kind, party_id)
) strict, without rowid;

create table refused_origins (
  site_id  integer not null references sites,
  origin   text not null,
  count    integer not null,
  first_at integer not null,
  last_at  integer not null,
  primary key (site_id, origin)
) strict, without rowid;

create table roles (
  id       integer primary key,
  name     text not null unique,
  built_in integer not null,
  rights   text not null
) strict;

create table sessions (
  id            integer primary key autoincrement,
  digest        blob not null unique,
  person_id     integer not null references people,
  created_at    integer not null,
  seen_at       integer not null,
  expires_at    integer not null,
  ended_at      integer,
  address       text,
  agent         text,
  stepped_up_at integer,
  remembered    integer not null default 0,
  confirmed_at  integer
) strict;

create index sessions_person on sessions (person_id, ended_at);

CREATE VIEW site_list as
  select id, key, name, url, language, time_zone as timeZone, position, created_at as createdAt, hidden_at as hiddenAt
    from sites;

create table site_origins (
  site_id  integer not null references sites,
  origin   text not null,
  added_at integer not null,
  added_by integer references people,
  primary key (site_id, origin)
) strict, without rowid;

create table site_settings (
  site_id    integer not null references sites,
  subject    text not null,
  body       text not null,
  changed_at integer not null,
  changed_by integer references people,
  primary key (site_id, subject)
) strict, without rowid;

create table site_sightings (
  site_id  integer not null references sites,
  origin   text not null,
  url      text not null,
  first_at integer not null,
  last_at  integer not null,
  primary key (site_id, origin)
) strict, without rowid;

create table sites (
  id         integer primary key,
  key        text not null unique,
  name       text not null,
  url        text not null,
  language   text not null,
  time_zone  text not null,
  position   integer not null default 0,
  created_at integer not null,
  created_by integer references people,
  hidden_at  integer,
  hidden_by  integer references people
) strict;

create table visitors (
  id            integer primary key autoincrement,
  public_id     blob not null unique,
  site_id       integer not null references sites,
  token_digest  blob not null unique,
  name          text,
  email         text,
  phone         text,
  country       text,
  region        text,
  city          text,
  first_at      integer not null,
  seen_at       integer not null,
  visits        integer not null default 0,
  customer_id   integer references customers,
  last_agent_id integer references people,
  consent_at    integer,
  merged_into   integer references visitors
) strict;

create index visitors_site on visitors (site_id, seen_at);

create table visits (
  id              integer primary key autoincrement,
  site_id         integer not null references sites,
  visitor_id      integer not null references visitors,
  started_at      integer not null,
  seen_at         integer not null,
  ended_at        integer,
  address         text,
  country         text,
  region          text,
  city            text,
  language        text,
  browser         text,
  os              text,
  device          text,
  user_agent      text,
  source_kind     text not null,
  engine          text,
  keyword         text,
  campaign        text,
  referrer        text,
  landing_page_id integer references pages,
  last_page_id    integer references pages,
  pages           integer not null default 0,
  intent_at       integer,
  intent_because  text,
  conversations   integer not null default 0,
  invites         integer not null default 0
) strict;

create index visits_site on visits (site_id, started_at);

create index visits_visitor on visits (visitor_id, started_at);
