import db from '@adonisjs/lucid/services/db'
import { loadavg } from 'node:os'
import { type Place } from '#tests/support/world'
import { pace } from '../e2e/pace.js'
import { assertDecided, countDecided } from './check.js'
import { judge, print, type Timings } from './report.js'
import { SignedIn } from './signed_in.js'
import { studies } from './studies.js'
import { walk } from './walk.js'
import { ALERTS, CASES, hireOfficers, newDesk } from './world.js'

export interface Options {
  seed: number
  /** List, open and decide, of an alert and of a case, by each user. */
  rounds: number
  /** Consignments filed and weighed. */
  filed: number
}

const TOGETHER = 8

/** False when a ratio that is judged was missed. */
export async function desk({ seed, rounds, filed }: Options): Promise<boolean> {
  console.log(`pace: ${pace()}`)
  const place = await newDesk(seed, filed)
  await analysed()
  const names = await hireOfficers(place, TOGETHER)
  const users: SignedIn[] = []
  for (const name of names) users.push(await SignedIn.of(place, name))
  const first = users.slice(0, 1)
  // Few cases first: what a page costs must not grow with what is closed.
  await studies(place, names, { from: 1, to: CASES / 10 })
  await analysed()
  await measured(place, first, Math.ceil(rounds / 4), seed)
  const few = await measured(place, first, rounds, seed + 1)
  await studies(place, names, { from: CASES / 10 + 1, to: CASES })
  await analysed()
  await measured(place, users, 2, seed + 2)
  const alone = await measured(place, first, rounds, seed + 3)
  const together = await measured(place, users, Math.ceil(rounds / 2), seed + 4)
  console.log(`pace: ${pace()}; ${loadavg()[0]?.toFixed(1)} processes wanted to run, these included\n`)
  print([
    { name: `one user, ${CASES / 10} cases`, timings: few },
    { name: `one user, ${ALERTS} alerts, ${CASES} cases`, timings: alone },
    { name: `${TOGETHER} users, ${ALERTS} alerts, ${CASES} cases`, timings: together },
  ])
  return judge({ few, alone, together })
}

const analysed = () => db.connection('owner').rawQuery('analyze')

/** All users at once, none of them pausing; then it is counted that everything was done. */
async function measured(place: Place, users: readonly SignedIn[], rounds: number, seed: number): Promise<Timings> {
  const before = await countDecided(place)
  const each = await Promise.all(
    users.map((user, at) => walk(place, user, { rounds, seed: seed * 100 + at, of: [at, users.length] }))
  )
  await assertDecided(place, before, users.length * rounds)
  const timings: Timings = new Map()
  for (const one of each) for (const [act, times] of one) timings.set(act, [...(timings.get(act) ?? []), ...times])
  return timings
}
