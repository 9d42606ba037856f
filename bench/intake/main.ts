/**
 * How fast messages are parsed, stored and assessed, in megabytes and consignments a second.
 * and whether the sealer of the audit keeps up, and what intake pays for it.
 *   npm run bench:intake [-- --quick] [-- --seed=N] [-- --runs=N] [-- --pairs=N] [-- --only=audit]
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
    pairs: { type: 'string', default: '7' },
    only: { type: 'string' },
  },
})
const SEED = Number(values.seed)
const RUNS = Math.max(3, Number(values.runs))
const PAIRS = Math.max(7, Number(values.pairs))
const ACTIONS = values.quick ? 10_000 : 100_000
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
  const { default: db } = await import('@adonisjs/lucid/services/db')
  const { rows } = await db.connection('control').rawQuery('show server_version')
  console.log(
    `\nseed ${SEED}, ${RUNS} runs after a warm-up, median; Node ${process.version}, PostgreSQL ${rows[0].server_version}`
  )
  console.log(
    `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB; ${loadavg()[0]?.toFixed(1)} processes want to run besides this one\n`
  )
  const corpus = (shape: Shape) => corpusOf(SEED, Date.UTC(2026, 10, 21), shape)
  if (values.only !== 'audit') for await (const line of rates(corpus)) console.log(line)
  const { backlog, pairs } = await import('./audit.js')
  await backlog(ACTIONS)
  // Four turns make a pair: each takes a quarter of the corpus.
  const turn = { ...SHAPES[0]!, messages: SHAPES[0]!.messages / 4 }
  if (!(await pairs(corpus(turn), turn.messages * turn.consignments, PAIRS, SEED))) process.exitCode = 1
})
await app.terminate()

async function* rates(corpus: (shape: Shape) => Uint8Array[]): AsyncGenerator<string> {
  const { measure } = await import('./measure.js')
  yield '| corpus | messages | consignments | MB | parsed MB/s | parsed cons/s | stored MB/s | stored cons/s | of it receiving | assessed MB/s | assessed cons/s |'
  yield '|---|---|---|---|---|---|---|---|---|---|---|'
  for (const shape of SHAPES) {
    const bytes = corpus(shape)
    const consignments = shape.messages * shape.consignments
    const megabytes = bytes.reduce((sum, { length }) => sum + length, 0) / 1e6
    await measure(bytes, consignments)
    const timings: Timing[] = []
    for (let run = 0; run < RUNS; run++) timings.push(await measure(bytes, consignments))
    yield row(shape, consignments, megabytes, timings)
  }
}

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
