import { conversationById } from '#src/conversations/index.ts'
import { openStaffedOffice, type Staffed, signedIn } from '#tests/support/office.ts'
import { TestVisitor } from '#tests/support/visitor.ts'

/** An office with a visitor who has asked, and the sessions of two who could answer. */
export type AskedOffice = Staffed & { visitor: TestVisitor; id: number; hua: string; ming: string; part: Part }
export type Part = (as: string, path: string, fields?: Record<string, string>, method?: string) => Promise<Response>

export async function openAskedOffice(): Promise<AskedOffice> {
  const office = await openStaffedOffice()
  office.house.hub.presume([office.agent.id, office.administrator.id])
  const visitor = new TestVisitor(office.house)
  await visitor.hello(office.site.key)
  await visitor.say('开片会不会漏茶？')
  const id = office.core.db.query<{ id: number }, []>('select max(id) as id from conversations').get()?.id ?? 0
  const part: Part = (as, path, fields, method) => office.ask(path, { as, fields, method, htmx: true })
  return { ...office, visitor, id, part, hua: await signedIn(office, office.agent), ming: await signedIn(office, office.administrator) }
}

export const stateOf = (office: AskedOffice) => conversationById(office.core, office.id)

/** A page of somebody with a socket, which keeps what is pushed to it. */
export function openTab(office: Staffed, person: number, thread: number | null): { heard: string[]; id: string } {
  const { hub } = office.house
  const heard: string[] = []
  const id = hub.openTab(person, 0)
  const tab = hub.tab(id, person, 0)
  if (!tab) throw new Error('no tab')
  hub.connect(tab, { send: (text) => void heard.push(text), close: () => {} })
  hub.show(id, person, { thread })
  return { heard, id }
}
