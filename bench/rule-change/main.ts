/**
 * How long until a change of a profile or a watch list is weighed with, while matching goes on, and whether it goes on while all
 * profiles are compiled anew.
 *   npm run bench:rule-change [-- --quick] [-- --rules=65000] [-- --changes=150] [-- --list=20000] [-- --seed=N]
 */
import { cpus, loadavg, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import { Ignitor } from '@adonisjs/core'

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    rules: { type: 'string' },
    changes: { type: 'string' },
    list: { type: 'string' },
    seed: { type: 'string', default: '20266' },
  },
})
const SEED = Number(values.seed)
const RULES = Number(values.rules ?? (values.quick ? 10_000 : 65_000))
const CHANGES = Math.max(50, Number(values.changes ?? (values.quick ? 60 : 150)))
const ENTRIES = Number(values.list ?? (values.quick ? 2000 : 20_000))

const app = new Ignitor(new URL('../../', import.meta.url), {
  importer: (path) => (path.startsWith('.') ? import(new URL(`../../${path}`, import.meta.url).href) : import(path)),
}).createApp('console')
await app.init()
await app.boot()
await app.start(async () => {
  console.log(
    `\nseed ${SEED}, ${RULES} profiles live, ${ENTRIES} entries listed, ${CHANGES} changes; Node ${process.version}`
  )
  console.log(
    `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB; ${loadavg()[0]?.toFixed(1)} processes want to run besides this one\n`
  )
  const { measure } = await import('./measure.js')
  const failures = await measure({ seed: SEED, rules: RULES, changes: CHANGES, entries: ENTRIES })
  for (const failure of failures) console.error(failure)
  if (failures.length > 0) process.exitCode = 1
})
await app.terminate()
