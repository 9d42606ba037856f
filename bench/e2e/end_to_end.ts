import db from '@adonisjs/lucid/services/db'
import type { Instant } from '#core/kernel/instant'
import { DAY } from '#core/kernel/instant'
import { startConsumer } from '#platform/queue/consumer'
import { QUEUE } from '#platform/queue/queue_provider'
import { sweepDoorbells } from '#platform/queue/sweep'
import { corpusOf } from '../intake/corpus.js'
import { assertAsOracle, count } from './check.js'
import { postmasterOf } from './cpu.js'
import { allDone, startHearing } from './done.js'
import { floor, storedBytes } from './floor.js'
import { pace } from './pace.js'
import { judge, print, type Measured } from './report.js'
import { burst, oneByOne } from './workloads.js'
import { file, inside, LISTS, newAdministration, PROFILES } from './world.js'

export interface Options {
  seed: number
  runs: number
  /** Consignments filed before. */
  history: number
  quick: boolean
  only: ReadonlySet<string>
}

const NOW: Instant = Date.UTC(2026, 10, 21)
const EACH = 500
/** Compared with the oracle. */
const SAMPLE = 200

/** Jobs at a time, and milliseconds between two sweeps, as the worker has them. */
const CONCURRENCY = 2
const SWEEP_EVERY_MS = 5_000

/** False when a must that is judged was missed. */
export async function endToEnd(options: Options): Promise<boolean> {
  const { seed, runs, quick } = options
  const sizes = { steady: quick ? 6 : 20, ship: quick ? 4_000 : 20_000, singles: quick ? 60 : 200 }
  const corpus = (name: string, messages: number, consignments: number) =>
    corpusOf(seed, NOW, { name, messages, consignments })
  const administration = await newAdministration(seed)
  const consumer = await startConsumer(QUEUE, { concurrency: CONCURRENCY })
  const stopHearing = startHearing()
  const sweeping = setInterval(() => void sweepDoorbells(SWEEP_EVERY_MS).catch(() => {}), SWEEP_EVERY_MS)
  const { rows } = await db.connection('control').rawQuery('select pg_backend_pid() as pid')
  const postmaster = postmasterOf(Number(rows[0].pid))
  console.log(`pace: ${pace()}`)
  const measured: Measured = { steady: [], bursts: [], ship: [], singles: [] }
  try {
    return await inside(administration, async () => {
      const past = Math.ceil(options.history / EACH)
      const began = performance.now()
      for (const [at, bytes] of corpus('PAST', past, EACH).entries())
        await file({ bytes, past: NOW - (past - at + 1) * (DAY / 2) })
      await allDone()
      const before = await count()
      if (before.consignments !== past * EACH) throw new Error(`history has ${before.consignments} consignments`)
      const took = (performance.now() - began) / 1000
      console.log(
        `history: ${before.consignments} consignments in ${past} messages, registered in ${took.toFixed(1)} s (${Math.round(before.consignments / took)}/s)`
      )
      console.log(
        `live: ${PROFILES} profiles besides the starter ones; watch lists ${Object.entries(LISTS)
          .map(([kind, n]) => `${kind} ${n}`)
          .join(', ')}`
      )
      await db.connection('owner').rawQuery('analyze')
      const load = (messages: Uint8Array[], consignments: number) => ({ messages, consignments, postmaster })
      const workloads = {
        steady: (name: string) => oneByOne(load(corpus(`A${name}`, sizes.steady, EACH), sizes.steady * EACH)),
        bursts: (name: string) => burst(load(corpus(`B${name}`, sizes.steady, EACH), sizes.steady * EACH)),
        ship: (name: string) => burst(load(corpus(`C${name}`, 1, sizes.ship), sizes.ship)),
        singles: (name: string) => oneByOne(load(corpus(`D${name}`, sizes.singles, 1), sizes.singles), 5),
      }
      const wanted = (Object.keys(workloads) as (keyof typeof workloads)[]).filter((name) =>
        options.only.has(name === 'bursts' ? 'steady' : name)
      )
      for (const name of wanted) if (name !== 'ship') await workloads[name]('W')
      await db.connection('owner').rawQuery('analyze')
      for (let run = 0; run < runs; run++)
        for (const name of wanted) {
          const done = await workloads[name](String(run))
          measured[name].push(done)
          console.log(`run ${run + 1}, ${name}: ${done.consignments} consignments in ${done.seconds.toFixed(2)} s`)
        }
      const oracle = await assertAsOracle(SAMPLE, seed)
      console.log(
        `oracle: ${oracle.weighed} assessments weighed again as stored, ${oracle.alerts} alerts of them as due\n`
      )
      const stored = await storedBytes()
      const floors = []
      for (let run = 0; run < runs; run++) floors.push(await floor(stored, 5_000, postmaster))
      console.log(`pace: ${pace()}`)
      print(measured, sizes, { stored, floors })
      return judge(measured, sizes, floors)
    })
  } finally {
    clearInterval(sweeping)
    stopHearing()
    await consumer.close()
  }
}
