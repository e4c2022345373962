import { closeHouse, openHouse } from '#src/house.ts'
import { usualConfig } from '#src/platform/config.ts'
import { createLog } from '#src/platform/log.ts'
import { createOurGeo } from '../open-geo.ts'
import { fillDemo } from './index.ts'

const dir = '/tmp/kefu/demo-fill'
require('fs').rmSync(dir, { recursive: true, force: true })
const log = createLog()
const geo = createOurGeo(log)
const house = openHouse({ ...usualConfig, data: dir, port: 8686 }, { log, geo })
await geo.open(dir)
while (!geo.find('113.87.0.1')) await Bun.sleep(20)
const t = performance.now()
const c = process.cpuUsage()
console.log(await fillDemo(house, 7))
console.log('took', performance.now() - t, process.cpuUsage(c).user / 1000)
const q = (s: string) => console.log(s.slice(0, 70), JSON.stringify(house.core.db.query(s).all()))
for (const tb of [
  'people',
  'sites',
  'visitors',
  'visits',
  'page_views',
  'pages',
  'conversations',
  'entries',
  'files',
  'read_marks',
  'drafts',
  'audit',
  'sessions'
])
  q(`select count(*) n from ${tb}`)
q('select kind,state,count(*) n from conversations group by 1,2')
q('select language,count(*) n from conversations group by 1')
q('select source_kind,engine,count(*) n from visits group by 1,2 order by 3 desc')
q('select country,count(*) n from visitors group by 1 order by 2 desc')
q(
  'select count(*) from conversations c where seq<>(select count(*) from entries where conversation_id=c.id) or seq<>(select max(seq) from entries where conversation_id=c.id)'
)
q('select min(posted_at)/1e3,max(posted_at)/1e3 from entries')
q('select p.nickname,count(*) n from conversations c join people p on p.id=c.assigned_to group by 1')
closeHouse(house)
