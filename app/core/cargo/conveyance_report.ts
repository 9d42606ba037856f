import type { DocumentHead } from './reported_document.js'

/** A conveyance announces its arrival or departure to Customs, without its cargo (CUSREP). */
export interface ConveyanceReport extends DocumentHead {
  readonly kind: 'conveyance_report'
  readonly event: 'arrival' | 'departure' | null
  /** Name of the document where a country tells its reports apart by it, e.g. `DEPART`. */
  readonly documentName: string | null
  readonly persons: { readonly crew: number | null; readonly passengers: number | null }
  /** Equipment without goods that travels with it; upper case without separators. */
  readonly equipmentNumbers: readonly string[]
  /** Manifest or report the announcement belongs to. */
  readonly references: readonly { readonly qualifier: string; readonly value: string }[]
}
