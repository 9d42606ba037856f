import { HOUR, type Instant } from '../kernel/instant.js'
import type { Fact, FactKey } from './catalogue.js'
import { known, missing, type Facts } from './fact.js'
import type { HistoryOfConsignment } from './history.js'

type FilingHistoryKey = Extract<
  FactKey,
  'filing.changed' | `filing.${string}ChangeHours` | 'filing.warnings' | 'filing.errors' | `sender.${string}`
>

/** What an amendment can be about. */
export const CHANGED_PARTS = ['parties', 'goods', 'equipment', 'route', 'other'] as const
export type ChangedPart = (typeof CHANGED_PARTS)[number]

const PARTS: readonly (readonly [RegExp, ChangedPart])[] = [
  [/^parties\b/, 'parties'],
  [/^(?:items|totals)\b/, 'goods'],
  [/^equipment\b/, 'equipment'],
  [/^places\.(?:discharge|delivery|destinationCountry)\b/, 'route'],
]
const partOf = (path: string): ChangedPart => PARTS.find(([pattern]) => pattern.test(path))?.[1] ?? 'other'

/** Party, goods or container: what a decision rests on. */
const DECISIVE: ReadonlySet<ChangedPart> = new Set(['parties', 'goods', 'equipment'])

/** What was amended and how late, what is wrong with the data, and how well its sender files. */
export const filingHistoryFacts = (history: HistoryOfConsignment, arrival: Instant | null): Facts<FilingHistoryKey> => {
  const made = history.amendments.map(({ at, paths }) => ({ at, parts: new Set(paths.map(partOf)) }))
  const changed = new Set(made.flatMap(({ parts }) => [...parts]))
  const hoursLeft = (of: (part: ChangedPart) => boolean): Fact<number> => {
    const last = made.findLast(({ parts }) => [...parts].some(of))
    if (last === undefined) return missing('not_applicable')
    return arrival === null ? missing('arrival_unknown') : known((arrival - last.at) / HOUR, [])
  }
  const { sender, problems } = history
  return {
    'filing.changed': known(
      CHANGED_PARTS.filter((part) => changed.has(part)),
      []
    ),
    'filing.decisiveChangeHours': hoursLeft((part) => DECISIVE.has(part)),
    'filing.routeChangeHours': hoursLeft((part) => part === 'route'),
    'filing.warnings': known(problems.warnings, []),
    'filing.errors': known(problems.errors, []),
    'sender.flawedShare': sender === null ? missing('history_not_covered') : known(sender.flawedShare, []),
    'sender.worseShare':
      sender === null || sender.of < FEWEST_SENDERS
        ? missing('history_not_covered')
        : known(sender.worse / sender.of, []),
  }
}

/** Fewer have no worst tenth. */
const FEWEST_SENDERS = 10
