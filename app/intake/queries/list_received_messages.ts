import { firstRow, rows } from '#platform/tenancy/database'
import type { StoredState } from '../shown_state.js'
import { receivedInScope } from './received_in_scope.js'

export interface ReceivedLine {
  id: string
  receivedAt: Date
  channel: string
  sender: string | null
  fileName: string | null
  format: string | null
  state: StoredState
  messages: number
  consignments: number
  problems: { error: number; warning: number; info: number; fatal: number }
}

export interface ReceivedFilter {
  state: StoredState | null
  channel: string | null
  /** A receipt number, part of a file name, or a sender. */
  q: string | null
  /** Only those with errors or fatals. */
  withProblems: boolean
}

export interface ReceivedPage {
  rows: ReceivedLine[]
  total: number
  counts: { all: number; quarantined: number; rejected: number; withProblems: number }
}

export const PAGE_SIZE = 50

const WHERE = `(?::text is null or r.state = ?::text) and (?::text is null or r.channel = ?::text)
  and (?::text is null or r.receipt = upper(?::text) or position(lower(?::text) in lower(coalesce(r.filename, ''))) > 0
       or position(lower(?::text) in lower(coalesce(s.name, ''))) > 0)
  and (not ?::boolean or r.problem_errors + r.problem_fatals > 0)`

/** One page of the message log, the newest first. `page` counts from 1. */
export async function listReceivedMessages(filter: ReceivedFilter, page: number): Promise<ReceivedPage> {
  const { state, channel, q, withProblems } = filter
  const scope = receivedInScope()
  const where = `${WHERE} and ${scope.sql}`
  const bindings = [state, state, channel, channel, q, q, q, q, withProblems, ...scope.bindings]
  const found = await rows<ReceivedLine>(
    `select r.id, r.received_at as "receivedAt", r.channel, s.name as sender, r.filename as "fileName", r.state, r.messages, r.consignments,
       coalesce((select nullif(concat_ws(' ', m.type, m.version), '') from tenant.messages m
         where m.received_message_id = r.id order by m.position limit 1), r.format) as format,
       json_build_object('error', r.problem_errors, 'warning', r.problem_warnings, 'info', r.problem_infos, 'fatal', r.problem_fatals) as problems
       from tenant.received_messages r left join tenant.senders s on s.id = r.sender_id
      where ${where} order by r.received_at desc, r.id desc limit ? offset ?`,
    [...bindings, PAGE_SIZE, (page - 1) * PAGE_SIZE]
  )
  const total = await firstRow<{ total: number }>(
    `select count(*)::int as total from tenant.received_messages r left join tenant.senders s on s.id = r.sender_id where ${where}`,
    bindings
  )
  return { rows: found, total: total!.total, counts: await countStates() }
}

async function countStates(): Promise<ReceivedPage['counts']> {
  const scope = receivedInScope()
  const counted = await firstRow<ReceivedPage['counts']>(
    `select count(*)::int as all, (count(*) filter (where state = 'quarantined'))::int as quarantined,
       (count(*) filter (where state = 'rejected'))::int as rejected,
       (count(*) filter (where problem_errors + problem_fatals > 0))::int as "withProblems" from tenant.received_messages r where ${scope.sql}`,
    scope.bindings
  )
  return counted!
}
