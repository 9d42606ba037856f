import { rows } from '#platform/tenancy/database'
import type { StoredState } from '../../shown_state.js'
import { receivedInScope } from '../received_in_scope.js'

/** A sender is judged by its last messages, so that looking at a busy one costs no more. */
const LOOKED_AT = 200
const SHOWN = 10

export interface RecentMessage {
  id: string
  receivedAt: Date
  fileName: string | null
  state: StoredState
  consignments: number
  /** Errors and fatals. */
  grave: number
}

/** The last messages of a sender that the officer may know of, newest first. */
export function recentMessagesOf(senderId: string): Promise<RecentMessage[]> {
  const scope = receivedInScope()
  return rows(
    `select r.id, r.received_at as "receivedAt", r.filename as "fileName", r.state, r.consignments,
       r.problem_errors + r.problem_fatals as grave
       from tenant.received_messages r where r.sender_id = ?::uuid and ${scope.sql}
      order by r.received_at desc, r.id desc limit ${LOOKED_AT}`,
    [senderId, ...scope.bindings]
  )
}

/** How many of them were taken as sent, taken with errors, put aside or rejected; what is still being read counts nowhere. */
export function acceptanceOf(messages: readonly RecentMessage[]) {
  const count = (test: (message: RecentMessage) => boolean) => messages.filter(test).length
  return {
    looked: messages.length,
    since: messages.at(-1)?.receivedAt ?? null,
    accepted: count(({ state, grave }) => state === 'registered' && grave === 0),
    withErrors: count(({ state, grave }) => state === 'registered' && grave > 0),
    quarantined: count(({ state }) => state === 'quarantined'),
    rejected: count(({ state }) => state === 'rejected'),
  }
}

export interface FiledFormat {
  type: string | null
  version: string | null
  /** Code and version of the profile that read it. */
  profile: string | null
  messages: number
}

/** What these received messages hold: types, versions and the profiles that read them, the commonest first. */
export const formatsIn = (messages: readonly RecentMessage[]): Promise<FiledFormat[]> =>
  rows(
    `select type, version, profile, count(*)::int as messages from tenant.messages
      where received_message_id = any (?::uuid[]) group by type, version, profile order by count(*) desc, 1, 2, 3 limit ${SHOWN}`,
    [idsOf(messages)]
  )

export interface LastProblem {
  code: string
  severity: 'info' | 'warning' | 'error' | 'fatal'
  count: number
  lastAt: Date
  /** Of the last one. */
  params: Record<string, string | number>
}

/** Kinds of Problems in these received messages, warnings and worse, the last seen first. */
export const problemsIn = (messages: readonly RecentMessage[]): Promise<LastProblem[]> =>
  rows(
    `select p.code, p.severity, count(*)::int as count, max(r.received_at) as "lastAt",
       (array_agg(p.params order by p.id desc))[1] as params
       from tenant.problems p join tenant.received_messages r on r.tenant_id = p.tenant_id and r.id = p.received_message_id
      where p.received_message_id = any (?::uuid[]) and p.severity <> 'info'
      group by p.code, p.severity order by max(r.received_at) desc, count(*) desc, p.code limit ${SHOWN}`,
    [idsOf(messages)]
  )

export const shownOf = (messages: readonly RecentMessage[]): readonly RecentMessage[] => messages.slice(0, SHOWN)

const idsOf = (messages: readonly RecentMessage[]) => messages.map(({ id }) => id)
