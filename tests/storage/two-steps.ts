import { type Migration, migrations } from '#src/storage/migrations/index.ts'

/** The program's own steps and one more, as a later version will bring: a table rebuilt and rows moved. */
const later: Migration = {
  name: 'later',
  sql: `
create table notes_of_later (subject text primary key, body text not null, words integer not null) strict;
insert into notes_of_later select subject, body, length(body) from appliance_settings;
drop table appliance_settings;
alter table notes_of_later rename to appliance_settings;
create index settings_words on appliance_settings (words);
update appliance_settings set words = words + 1;
`
}

export const steps: readonly Migration[] = [...migrations, later]
