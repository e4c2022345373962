import { openTerminal } from './cli/terminal.ts'
import { runCommand } from './cli.ts'
import { refuseHostileEnvironment } from './platform/environment.ts'
import { isExecutable } from './platform/workers.ts'

// Files are made for their owner only, whatever the shell's setting.
process.umask(0o077)
const terminal = openTerminal()
const refusal = refuseHostileEnvironment(process.env, isExecutable)
if (refusal) terminal.complain(`kefu: ${refusal}`)
process.exit(refusal ? 78 : await runCommand(process.argv.slice(2), terminal))
