/**
 * How long an officer waits at the desk: list, open and decide, for alerts and cases, over HTTP.
 *   npm run bench:desk [-- --quick] [-- --seed=N] [-- --rounds=N]
 */
import { cpus, loadavg, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import { Ignitor } from '@adonisjs/core'

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    seed: { type: 'string', default: '20266' },
    rounds: { type: 'string' },
  },
})
const options = {
  seed: Number(values.seed),
  rounds: Number(values.rounds ?? (values.quick ? 20 : 60)),
  filed: values.quick ? 2_000 : 10_000,
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
    `\nseed ${options.seed}, ${options.rounds} rounds a user after a warm-up; Node ${process.version}, PostgreSQL ${rows[0].server_version}`
  )
  console.log(
    `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB; ${loadavg()[0]?.toFixed(1)} processes want to run\n`
  )
  const { desk } = await import('./desk.js')
  if (!(await desk(options))) process.exitCode = 1
})
await app.terminate()
