import { createHash } from 'node:crypto'
import { cuscar } from '#tests/support/fixtures/cuscar_message'

export const MESSAGES = 200
export const CONSIGNMENTS = 10
/** On the demo watch list of Jamaica: one consignment a message raises an alert. */
const LISTED = 'Harbour Crest Provisions Ltd'

export interface LoadMessage {
  key: string
  sha256: string
  bytes: Uint8Array<ArrayBuffer>
}

/** The load: messages of ten consignments, every bill number its own. */
export function loadOf(seed: number): LoadMessage[] {
  return Array.from({ length: MESSAGES }, (_, at) => {
    const bytes = Uint8Array.from(
      cuscar({
        sender: 'DRILL',
        document: `DRILL${seed}M${at}`,
        bills: Array.from({ length: CONSIGNMENTS }, (_unused, bill) => ({
          number: `B${at}X${bill}`,
          weight: 1000 + at * CONSIGNMENTS + bill,
          ...(bill === 3 ? { consignee: LISTED } : {}),
        })),
      })
    )
    return { key: `load-${at}`, sha256: createHash('sha256').update(bytes).digest('hex'), bytes }
  })
}
