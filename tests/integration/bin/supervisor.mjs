/** A supervisor of one small process, under trial: says each start and everything it tells. */
import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { supervise } from '../../../bin/lib/supervise.mjs'

const [storage, notes] = process.argv.slice(2)
const say = (text) => process.stdout.write(`${text}\n`)
const child = supervise({
  name: 'probe',
  file: join(import.meta.dirname, 'supervised.mjs'),
  cwd: '/',
  env: process.env,
  storage,
  tell: say,
  started: () => {
    const { pid } = child.identity()
    say(`started ${pid ?? 'nothing'}`)
    appendFileSync(notes, `${pid}\n`)
  },
})
say(`started ${child.identity().pid}`)
process.on('SIGTERM', () => void child.stop().then(() => process.exit(0)))
setInterval(() => {}, 1000)
