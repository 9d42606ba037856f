import { dueAt } from './gathering.js'
import { kindOf } from './kinds.js'
import { channelsFor, type Rule } from './rules.js'
import type { Schedule } from './schedule.js'

/** Something the officer was concerned by, whether or not it was told. */
export interface Occurrence {
  kind: string
  count: number
  band: string | null
  port: string | null
  berthAt: Date | null
  at: Date
}

export interface PreviewedMail {
  /** A kind, or `digest`. */
  kind: string
  at: Date
  count: number
}

export interface Preview {
  /** Counts of single things. */
  happened: number
  shown: number
  mails: PreviewedMail[]
}

/** What these rules would have told of what happened, oldest first; by the same clockwork that mails. */
export function previewOf(
  occurrences: readonly Occurrence[],
  ruleFor: (kind: string) => Rule | null,
  schedule: Schedule
): Preview {
  const mails: PreviewedMail[] = []
  let happened = 0
  let shown = 0
  for (const each of occurrences) {
    const rule = ruleFor(each.kind)
    if (!rule) continue
    happened += each.count
    const { inApp, mail } = channelsFor(rule, each)
    if (inApp) shown += each.count
    if (mail !== 'off') addTo(mails, each, mail, schedule)
  }
  return { happened, shown, mails: mails.sort((a, b) => a.at.getTime() - b.at.getTime()) }
}

function addTo(mails: PreviewedMail[], each: Occurrence, mail: 'now' | 'digest', schedule: Schedule): void {
  const kind = mail === 'digest' ? 'digest' : each.kind
  const own = mails.filter((known) => known.kind === kind)
  const left = own.findLast((known) => known.at < each.at)
  const waiting = own.find((known) => known.at >= each.at)
  const pending = { mail, urgent: kindOf(each.kind)?.urgent ?? false, berthAt: each.berthAt, createdAt: each.at }
  const at = dueAt(each.at, pending, schedule, left?.at ?? null)
  if (!waiting) return void mails.push({ kind, at, count: each.count })
  // It goes with the one that has not left yet, and may make it leave sooner.
  waiting.count += each.count
  if (at < waiting.at) waiting.at = at
}
