import { listSites } from '#app/administration/published'
import { DAY, type Instant } from '#core/kernel/instant'
import { recordAction } from '#platform/audit/record'
import { rows, unitOfWork } from '#platform/tenancy/database'
import type { EventProblem, EventReporter, EventTold } from '../cargo_event.js'
import { recordEvent } from './record_event.js'

export interface RecordedEvents {
  recorded: number
  /** Told before, word for word. */
  known: number
  /** By position in what was handed in. */
  refused: { position: number; problems: EventProblem[] }[]
}

/** Clocks of terminals run ahead a little; more than this is a mistake. An ETA is in the future by nature. */
const AHEAD = DAY / 24

/**
 * Records what can be recorded of some events, in one unit: each that is wrong is answered with what
 * and where, none is dropped silently, and the same told twice changes nothing.
 */
export async function recordEvents(
  events: readonly EventTold[],
  reporter: EventReporter,
  now: Instant
): Promise<RecordedEvents> {
  return unitOfWork(
    async () => {
      // One reporter tells one thing after another: the second of two equal messages finds the first.
      await rows(`select pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended(?, 0))`, [
        `events/${reporter.name}`,
      ])
      const sites = new Map((await listSites()).map((site) => [site.code.toUpperCase(), site.id]))
      const done: RecordedEvents = { recorded: 0, known: 0, refused: [] }
      for (const [position, event] of events.entries()) {
        const problems = plainProblems(event, reporter, sites, now)
        const site = event.site === null ? null : (sites.get(event.site.toUpperCase()) ?? null)
        const told = problems.length > 0 ? problems : await recordEvent(event, reporter, site)
        if (told === 'recorded') done.recorded++
        else if (told === 'known') done.known++
        else done.refused.push({ position, problems: told })
      }
      if (done.recorded > 0)
        await recordAction({
          action: 'events.recorded',
          data: { source: reporter.source, recorded: done.recorded, known: done.known, refused: done.refused.length },
        })
      return done
    },
    { statementTimeoutMs: 60_000 }
  )
}

/** What can be said without looking at the cargo. */
function plainProblems(
  event: EventTold,
  reporter: EventReporter,
  sites: ReadonlyMap<string, string>,
  now: Instant
): EventProblem[] {
  const problems: EventProblem[] = []
  if (event.at === null && event.replaces === null) problems.push({ field: 'at', problem: 'missing' })
  if (event.at !== null && event.kind !== 'eta_change' && event.at > now + AHEAD)
    problems.push({ field: 'at', problem: 'in_future' })
  if (event.site !== null && !sites.has(event.site.toUpperCase())) problems.push({ field: 'site', problem: 'unknown' })
  if (event.kind === 'release' && !reporter.mayRelease) problems.push({ field: 'kind', problem: 'not_allowed' })
  return problems
}
