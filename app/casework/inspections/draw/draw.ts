import { createHash, createHmac } from 'node:crypto'

/**
 * The sealed draw, whole: with the key of its day anybody can make it again. Of a draw are signed the
 * administration, the order, the round and each candidate; the smallest signature is drawn.
 */
interface DrawOf {
  administrationId: string
  orderId: string
  /** 1 when the order was made, and one more each time somebody drawn steps aside or leaves. */
  round: number
}

/** Lines that are signed begin with this; a change of the procedure is another version. */
export const DRAW_VERSION = 'landfall-draw/1'

/** Who is drawn of these; `null` of nobody. The order in which candidates are named does not matter. */
export function drawn(
  dayKey: Buffer,
  { administrationId, orderId, round }: DrawOf,
  candidates: readonly string[]
): string | null {
  const signed = candidates.map((candidate) => ({
    candidate,
    ticket: createHmac('sha256', dayKey)
      .update([DRAW_VERSION, 'inspector', administrationId, orderId, round, candidate].join('\n'))
      .digest('hex'),
  }))
  signed.sort((a, b) => (a.ticket < b.ticket ? -1 : 1))
  return signed[0]?.candidate ?? null
}

/** The share of 0 to 1 that a consignment draws; below the rate of its day it is inspected. */
export function baselineTicket(dayKey: Buffer, administrationId: string, consignmentId: string): number {
  const ticket = createHmac('sha256', dayKey)
    .update([DRAW_VERSION, 'baseline', administrationId, consignmentId].join('\n'))
    .digest()
  return ticket.readUIntBE(0, 6) / 2 ** 48
}

/** What a draw says of its key on the day, so that the key that is revealed later can be no other. */
export const commitmentOf = (dayKey: Buffer): string => createHash('sha256').update(dayKey).digest('hex')
