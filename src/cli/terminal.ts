import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import type { Terminal } from './command.ts'

/** The process's own terminal. A reader that went away (`kefu | head`) is no reason to end. */
export function openTerminal(): Terminal {
  process.stdout.on('error', () => {})
  process.stderr.on('error', () => {})
  return {
    print: (line) => void process.stdout.write(`${line}\n`),
    complain: (line) => void process.stderr.write(`${line}\n`),
    environment: process.env,
    readSecret: (question) => (process.stdin.isTTY ? askUnseen(question) : firstLine())
  }
}

/** What is typed is not shown: readline's echo goes nowhere. */
async function askUnseen(question: string): Promise<string> {
  process.stderr.write(question)
  const lines = createInterface({ input: process.stdin, output: new Writable({ write: (_chunk, _encoding, done) => done() }), terminal: true })
  const answer = await lines.question('')
  lines.close()
  process.stderr.write('\n')
  return answer
}

async function firstLine(): Promise<string> {
  return (await Bun.stdin.text()).split(/\r?\n/)[0] ?? ''
}
