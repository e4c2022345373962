import { expect, test } from 'bun:test'
import { program } from '#tests/support/process.ts'
import { poisonedCopy } from './copy.ts'
import { day, password, type Told } from './story.ts'

/* O02: every function of a copy of the program throws once. Nobody may hear what, nobody waits for ever, and the process lives. */

const different = (one: Told, other: Told) =>
  [...one].filter(([name, answer]) => other.get(name) !== answer).map(([name, answer]) => `${name}: ${answer} → ${other.get(name)}`)

test('whatever throws once, the process lives, says nothing of it to anybody, and serves the next as if nothing had been', async () => {
  const copy = poisonedCopy()
  const kefu = await program(['--trusted-proxy', '127.0.0.1/32', '--trusted-proxy', '::1/128'], {
    command: [process.execPath, `${copy.folder}/src/main.ts`],
    cwd: copy.folder
  })
  try {
    const made = await kefu.command(
      [
        'setup',
        '--email',
        'chen@tea.example',
        '--name',
        '陈屿',
        '--site',
        '山间茶事',
        '--origin',
        'https://tea.example',
        '--language',
        'zh-CN',
        '--public-url',
        kefu.url
      ],
      `${password}\n`
    )
    expect([made.code, made.complained]).toEqual([0, ''])
    await kefu.start()
    const { told: usual } = await day(kefu.url, kefu.folder)
    const { told: again } = await day(kefu.url, kefu.folder, usual)
    expect(different(usual, again)).toEqual([])
    expect(kefu.printed()).not.toContain('"fault"')

    process.kill(kefu.pid() ?? 0, 'SIGUSR2')
    const poisons = () => new Set(kefu.printed().match(/poison in [^"\\]+/g)).size
    let told = usual
    for (let known = -1; known < poisons(); ) {
      known = poisons()
      const next = await day(kefu.url, kefu.folder, usual)
      told = next.told
      expect(next.strange).toEqual([])
      expect(kefu.pid()).not.toBeNull()
    }
    expect(different(usual, told)).toEqual([])
    expect(poisons()).toBeGreaterThan(copy.functions / 2)
    expect(kefu.read('pragma integrity_check')).toEqual([{ integrity_check: 'ok' }])
  } finally {
    await kefu.remove()
    copy.remove()
  }
}, 240_000)
