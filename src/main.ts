import { refuseHostileEnvironment } from '#src/platform/environment.ts'
import { isExecutable } from '#src/platform/workers.ts'
import { openTerminal } from './cli/terminal.ts'
import { runCommand } from './cli.ts'

// Files are made for their owner only, whatever the shell's setting.
process.umask(0o077)
const terminal = openTerminal()
const refusal = refuseHostileEnvironment(process.env, isExecutable)
if (refusal) terminal.complain(`kefu: ${refusal}`)
process.exit(refusal ? 78 : await runCommand(process.argv.slice(2), terminal))
