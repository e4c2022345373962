import { createHouse, type House } from '#src/house.ts'
import { setUp } from '#src/install/index.ts'
import { draftFrom, insertPerson, type Person, personById, roleIds } from '#src/people/index.ts'
import { usualConfig } from '#src/platform/config.ts'
import type { Site } from '#src/sites/index.ts'
import type { Core } from '#src/storage/index.ts'
import { type Bench, openBench } from './core.ts'

/** An appliance with a shop, its owner and two agents, all of them at work. */
export type ChatBench = Bench & { house: House; site: Site; owner: Person; hua: Person; lin: Person }

export async function openChat(config: Partial<House['config']> = {}): Promise<ChatBench> {
  const bench = openBench()
  const { core } = bench
  const house = createHouse(core, { ...usualConfig, ...config }, { geo: null, secret: new Uint8Array(32) })
  const { owner, site } = await core.transact(() =>
    setUp(
      core,
      { kind: 'command', id: null, address: null, agent: null },
      {
        nickname: '陈屿',
        email: 'chen@tea.example',
        passwordHash: 'none',
        siteName: '山间茶事',
        siteUrl: 'https://tea.example',
        language: 'zh-CN',
        timeZone: 'Asia/Shanghai',
        publicUrl: 'https://kefu.example'
      }
    )
  )
  const hua = await hire(core, '阿华', 'hua@tea.example')
  const lin = await hire(core, '小林', 'lin@tea.example')
  house.hub.presume([owner.id, hua.id, lin.id])
  return { ...bench, house, site, owner, hua, lin }
}

export async function hire(core: Core, nickname: string, email: string): Promise<Person> {
  return core.transact(() => {
    const draft = draftFrom(core, { nickname, email, phone: '', jobNumber: '', language: 'zh-CN' }, null)
    const person = insertPerson(core, draft, roleIds.agent, null)
    core.db.query("update people set password_hash = 'none' where id = ?").run(person.id)
    return personById(core, person.id)
  })
}
