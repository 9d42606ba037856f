import type { Officer } from '#platform/access/officer'

/** Whether the bytes of a received message name travellers; `not_known` until they are read. */
export type HoldsTravellers = 'yes' | 'no' | 'not_known'

/** UN 0065 of lists of persons. PNRGOV is not read, and named all the same. */
const NAMING = `'PAXLST', 'PNRGOV'`

/** Condition on `received_messages r`: a Message in it is a list of travellers, whether it was read, named or refused. */
export const NAMES_TRAVELLERS = `exists (select 1 from tenant.messages pm where pm.received_message_id = r.id and upper(pm.type) in (${NAMING}))`

/** The three answers as an expression over `received_messages r`. */
export const HOLDS_TRAVELLERS = `case when ${NAMES_TRAVELLERS} then 'yes' when r.state in ('received', 'reading') then 'not_known' else 'no' end`

/**
 * Whether this officer may look at the bytes of a message. Those that name travellers, or might, take the
 * right to read travellers too, whether or not the administration reads the lists.
 */
export const mayOpenBytes = ({ permissions }: Officer, { holdsTravellers }: { holdsTravellers: HoldsTravellers }) =>
  permissions.has('messages.read_raw') && (holdsTravellers === 'no' || permissions.has('travellers.read'))
