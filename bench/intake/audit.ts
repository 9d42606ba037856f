import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import logger from '@adonisjs/core/services/logger'
import { createAdministration } from '#app/control/actions/create_administration'
import { Random } from '#database/seeders/demo/prng'
import { recordAction } from '#platform/audit/record'
import { auditSigners } from '#platform/audit/keys'
import { sealInTurns } from '#platform/audit/seal_loop'
import { sealBacklog, Sealer } from '#platform/audit/sealer'
import { firstRow, unitOfWork } from '#platform/tenancy/database'
import { tenancy, type Administration } from '#platform/tenancy/tenant_context'
import { measure } from './measure.js'

/** Officers who look at consignments while cargo comes in, in both halves of a pair. */
const ACTIONS_A_SECOND = 20
const LEAST_RATIO = 0.9

const inside = <T>(administration: Administration, work: () => Promise<T>): Promise<T> =>
  tenancy.run({ administration, actor: { kind: 'officer', id: randomUUID() }, correlationId: randomUUID() }, work)

async function newAdministration(): Promise<Administration> {
  const code = `B${randomUUID().replaceAll('-', '').slice(0, 9).toUpperCase()}`
  const place = { country: 'JM', timezone: 'America/Jamaica', locale: 'en', currency: 'JMD' }
  return createAdministration({ code, name: code, ...place, demo: false, ports: ['JMKIN'], plugins: [] })
}

const act = () =>
  recordAction({
    action: 'consignment.opened',
    subject: { kind: 'consignment', id: randomUUID() },
    data: { revision: 1 },
  })

const waiting = async () => (await firstRow<{ n: number }>(`select count(*)::int as n from control.audit_queue`))!.n

/** So many actions wait; the sealer chains them until none does. Prints what it took. */
export async function backlog(actions: number): Promise<void> {
  const administration = await newAdministration()
  const written = await seconds(() => inside(administration, () => writeActions(actions)))
  const before = await inside(administration, waiting)
  const drained = await seconds(() => sealBacklog(administration))
  const after = await inside(administration, waiting)
  console.log(
    `\naudit: ${actions} actions written in ${written.toFixed(1)} s (${rate(actions, written)}), one row each, 100 a transaction`
  )
  console.log(`audit: backlog ${before} → ${after} in ${drained.toFixed(1)} s, ${rate(before, drained)} sealed`)
  if (after !== 0 || before < actions) throw new Error(`the backlog went from ${before} to ${after}`)
}

async function writeActions(actions: number): Promise<void> {
  for (let done = 0; done < actions; done += 100)
    await unitOfWork(async () => {
      for (let n = 0; n < Math.min(100, actions - done); n++) await act()
    })
}

/**
 * Intake with the sealer running against intake with it paused, side by side. A pair is four turns, running, paused,
 * paused, running or the other way round, so that what grows from turn to turn falls on both alike. False: too slow.
 */
export async function pairs(
  corpus: readonly Uint8Array[],
  consignments: number,
  count: number,
  seed: number
): Promise<boolean> {
  const desk = await newAdministration()
  // One sealer that is paused and goes on, as in a worker: what it looks at once, at its start, belongs to no turn.
  const sealer = new Sealer(auditSigners()!, logger)
  await sealer.round()
  const turn = async (sealing: boolean) => {
    const sealed = sealing ? sealInTurns(sealer, logger) : null
    const officers = startOfficers(desk)
    const { received, registered, assessed } = await measure(corpus, consignments)
    const acted = await officers.stop()
    await sealed?.stop()
    // What waited during a pause is sealed before the next turn begins.
    while (await sealer.round());
    return { sealing, took: received + registered + assessed, acted }
  }
  await turn(true)
  const ratios: number[] = []
  console.log(
    '\n| pair | first | sealer running, cons/s | paused, cons/s | ratio | actions beside it |\n|---|---|---|---|---|---|'
  )
  for (let pair = 1; pair <= count; pair++) {
    const first = pair % 2 === 1
    const turns = []
    for (const sealing of [first, !first, !first, first]) turns.push(await turn(sealing))
    const perSecond = (sealing: boolean) =>
      (2 * consignments) / sum(turns.filter((each) => each.sealing === sealing).map(({ took }) => took))
    const [running, paused] = [perSecond(true), perSecond(false)]
    ratios.push(running / paused)
    const acted = sum(turns.map((each) => each.acted))
    const cells = [pair, first ? 'running' : 'paused', Math.round(running), Math.round(paused)]
    console.log(`| ${[...cells, (running / paused).toFixed(3), acted].join(' | ')} |`)
  }
  const [low, high] = interval(ratios, seed)
  const middle = median(ratios)
  console.log(
    `\nmedian ratio ${middle.toFixed(3)}, 95 % bootstrap interval of the median ${low.toFixed(3)} to ${high.toFixed(3)}, must be ≥ ${LEAST_RATIO}`
  )
  return middle >= LEAST_RATIO
}

const sum = (values: readonly number[]): number => values.reduce((all, each) => all + each, 0)

function startOfficers(desk: Administration): { stop(): Promise<number> } {
  const stopping = new AbortController()
  let acted = 0
  const running = (async () => {
    while (!stopping.signal.aborted) {
      await inside(desk, act)
      acted++
      await sleep(1000 / ACTIONS_A_SECOND, undefined, { signal: stopping.signal }).catch(() => {})
    }
  })()
  return {
    async stop() {
      stopping.abort()
      await running
      return acted
    },
  }
}

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** Medians of 10,000 resamples, between the 2.5th and the 97.5th percentile; the seed makes it repeatable. */
function interval(values: readonly number[], seed: number): [number, number] {
  const random = new Random(seed, 'bench', 'audit')
  const medians = Array.from({ length: 10_000 }, () => median(values.map(() => random.pick(values)))).sort(
    (a, b) => a - b
  )
  return [medians[250]!, medians[9_749]!]
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return (performance.now() - from) / 1000
}

const rate = (count: number, time: number) => `${Math.round(count / time)}/s`
