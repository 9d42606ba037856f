import type { ReceivedFilter } from '../queries/list_received_messages.js'
import { storedState, type ShownState } from '../shown_state.js'

const STATES: readonly ShownState[] = ['received', 'reading', 'read', 'quarantined', 'rejected']
const CHANNELS = ['upload', 'api', 'console'] as const

export interface MessageLogQuery {
  /** As the address says it; what says nothing we know is no filter. */
  shown: { state: ShownState | null; channel: string | null; q: string | null }
  filter: ReceivedFilter
  /** From 1. */
  page: number
}

/** Reads the address of the message log; nothing in it is refused, what is not understood is not applied. */
export function readMessageLogQuery(qs: Record<string, unknown>): MessageLogQuery {
  const state = STATES.find((each) => each === qs.state) ?? null
  const channel = CHANNELS.find((each) => each === qs.channel) ?? null
  const q = typeof qs.q === 'string' && qs.q.trim() !== '' ? qs.q.trim().slice(0, 100) : null
  return {
    shown: { state, channel, q },
    filter: { state: state && storedState(state), channel, q, withProblems: qs.problems === '1' },
    page: readCount(qs.page),
  }
}

/** A count from 1; 1 for anything else. */
export const readCount = (value: unknown): number => (/^[1-9]\d{0,8}$/.test(String(value)) ? Number(value) : 1)
