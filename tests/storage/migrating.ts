import { openDatabase } from '#src/storage/database.ts'
import { migrate } from '#src/storage/migrate.ts'
import { steps } from './two-steps.ts'

/*
 * Brings the file of the first argument to the newest of the steps, statement by statement, and dies like a process that
 * the power left after as many statements as the second argument says.
 */
const [, , file = '', limit = '0'] = process.argv
const db = openDatabase(file)
const run = db.run.bind(db)
let left = Number(limit)

db.run = (sql: string) => {
  for (const statement of sql.split(/;\n(?=\s*(?:create|insert|alter|update|pragma|drop)\b)/)) {
    if (left-- === 0) process.kill(process.pid, 'SIGKILL')
    run(statement)
  }
  return { changes: 0, lastInsertRowid: 0 }
}
migrate(db, steps)
db.close()
