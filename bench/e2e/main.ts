/**
 * From the bytes of a message to committed alerts, through the product's own intake, queue and drains.
 *   npm run bench:e2e [-- --quick] [-- --seed=N] [-- --runs=N] [-- --history=N] [-- --only=steady,ship,singles]
 */
import { cpus, loadavg, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import { Ignitor } from '@adonisjs/core'

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    seed: { type: 'string', default: '20266' },
    runs: { type: 'string' },
    history: { type: 'string' },
    only: { type: 'string', default: 'steady,ship,singles' },
  },
})
const options = {
  seed: Number(values.seed),
  runs: Number(values.runs ?? (values.quick ? 3 : 5)),
  history: Number(values.history ?? (values.quick ? 6_000 : 40_000)),
  quick: values.quick,
  only: new Set(values.only.split(',')),
}

const app = new Ignitor(new URL('../../', import.meta.url), {
  importer: (path) => (path.startsWith('.') ? import(new URL(`../../${path}`, import.meta.url).href) : import(path)),
}).createApp('console')
await app.init()
await app.boot()
await app.start(async () => {
  const { default: db } = await import('@adonisjs/lucid/services/db')
  const { rows } = await db.connection('control').rawQuery('show server_version')
  console.log(
    `\nseed ${options.seed}, ${options.runs} runs after a warm-up; Node ${process.version}, PostgreSQL ${rows[0].server_version}`
  )
  console.log(
    `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB; ${loadavg()[0]?.toFixed(1)} processes want to run besides this one\n`
  )
  const { endToEnd } = await import('./end_to_end.js')
  if (!(await endToEnd(options))) process.exitCode = 1
})
await app.terminate()
