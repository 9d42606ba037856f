/**
 * How fast messages are parsed, stored and assessed, in megabytes and consignments a second.
 *   npm run bench:intake [-- --quick] [-- --seed=N] [-- --runs=N]
 */
import { cpus, loadavg, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import { Ignitor } from '@adonisjs/core'
import type { Shape } from './corpus.js'
import type { Timing } from './measure.js'

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    seed: { type: 'string', default: '20261' },
    runs: { type: 'string', default: '3' },
  },
})
const SEED = Number(values.seed)
const RUNS = Math.max(3, Number(values.runs))
const SHAPES: readonly Shape[] = values.quick
  ? [
      { name: 'SHIP', messages: 4, consignments: 500 },
      { name: 'ONE', messages: 60, consignments: 1 },
    ]
  : [
      { name: 'SHIP', messages: 20, consignments: 500 },
      { name: 'ONE', messages: 300, consignments: 1 },
    ]

const app = new Ignitor(new URL('../../', import.meta.url), {
  importer: (path) => (path.startsWith('.') ? import(new URL(`../../${path}`, import.meta.url).href) : import(path)),
}).createApp('console')
await app.init()
await app.boot()
await app.start(async () => {
  const { corpusOf } = await import('./corpus.js')
  const { measure } = await import('./measure.js')
  const { default: db } = await import('@adonisjs/lucid/services/db')
  const { rows } = await db.connection('control').rawQuery('show server_version')
  console.log(
    `\nseed ${SEED}, ${RUNS} runs after a warm-up, median; Node ${process.version}, PostgreSQL ${rows[0].server_version}`
  )
  console.log(
    `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB; ${loadavg()[0]?.toFixed(1)} processes want to run besides this one\n`
  )
  console.log(
    '| corpus | messages | consignments | MB | parsed MB/s | parsed cons/s | stored MB/s | stored cons/s | of it receiving | assessed MB/s | assessed cons/s |'
  )
  console.log('|---|---|---|---|---|---|---|---|---|---|---|')
  for (const shape of SHAPES) {
    const corpus = corpusOf(SEED, Date.UTC(2026, 10, 21), shape)
    const consignments = shape.messages * shape.consignments
    const megabytes = corpus.reduce((sum, { length }) => sum + length, 0) / 1e6
    await measure(corpus, consignments)
    const timings: Timing[] = []
    for (let run = 0; run < RUNS; run++) timings.push(await measure(corpus, consignments))
    console.log(row(shape, consignments, megabytes, timings))
  }
})
await app.terminate()

function row(
  { name, messages, consignments: each }: Shape,
  consignments: number,
  megabytes: number,
  timings: readonly Timing[]
): string {
  const median = (of: (timing: Timing) => number) => timings.map(of).sort((a, b) => a - b)[timings.length >> 1]!
  const rates = (time: number) => [(megabytes / time).toFixed(1), Math.round(consignments / time)]
  const stored = median(({ received, registered }) => received + registered)
  const share = `${Math.round((median(({ received }) => received) / stored) * 100)} %`
  const cells = [
    `${name} × ${each}`,
    messages,
    consignments,
    megabytes.toFixed(2),
    ...rates(median(({ parsed }) => parsed)),
    ...rates(stored),
    share,
    ...rates(median(({ assessed }) => assessed)),
  ]
  return `| ${cells.join(' | ')} |`
}
