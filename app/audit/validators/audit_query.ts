import { AUDIT_ACTIONS, type AuditAction } from '#platform/audit/actions'
import type { EntryFilter } from '../queries/list_entries.js'
import { SUBJECT_KINDS } from '../subject_kinds.js'

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const DAY = /^\d{4}-\d\d-\d\d$/
const CLASSES = ['C2', 'C3', 'C4'] as const

const matching = (pattern: RegExp, value: unknown): string | null =>
  typeof value === 'string' && pattern.test(value) ? value : null

const day = (value: unknown): string | null => {
  const text = matching(DAY, value)
  return text !== null && !Number.isNaN(Date.parse(text)) ? text : null
}

const action = (value: unknown): AuditAction | null =>
  typeof value === 'string' && Object.hasOwn(AUDIT_ACTIONS, value) ? (value as AuditAction) : null

export interface AuditQuery {
  filter: EntryFilter
  /** Entries older than this one: where the page before ended. */
  before: string | null
  /** The entry whose particulars are open. */
  open: string | null
}

/** Reads the address of the audit; only codes, days and ids pass, so that nothing typed ends up in the audit itself. */
export function readAuditQuery(qs: Record<string, unknown>): AuditQuery {
  return {
    filter: {
      from: day(qs.from),
      to: day(qs.to),
      actor: matching(UUID, qs.actor),
      action: action(qs.action),
      kind: SUBJECT_KINDS.find((kind) => kind === qs.kind) ?? null,
      subject: matching(UUID, qs.subject),
      class: CLASSES.find((each) => each === qs.class) ?? null,
    },
    before: matching(UUID, qs.before),
    open: matching(UUID, qs.open),
  }
}
