import type { DocumentLevel, FilingFunction, Mode, PartyRole } from '../../cargo/codes.js'

/** Elements that name a party, in lower case. */
export type PartyElement = 'carrier' | 'shipping_agent' | 'exporter' | 'consignee' | 'notify'

/**
 * How elements of an ASYCUDA manifest are read. Tables of a profile add to the generic ones and
 * win over them; lists take their place. Names are in lower case, codes in upper case.
 */
export interface AsycudaReading {
  /** Name of an element as filed, or `parent/name` → canonical name; parents are canonical. */
  readonly aliases: Readonly<Record<string, string>>
  /** Root element → what the register is asked to do, where it differs from what ASYCUDA means by it. */
  readonly functions: Readonly<Record<string, FilingFunction>>
  /** Bol_type_code (or Status) → level of the document. */
  readonly levels: Readonly<Record<string, DocumentLevel>>
  /** Empty_Full → whether something is in the container. */
  readonly fullness: Readonly<Record<string, 'full' | 'empty'>>
  /** Mode_of_transport_code, without leading zeros. */
  readonly modes: Readonly<Record<string, Mode>>
  /** PC_indicator. */
  readonly payments: Readonly<Record<string, 'prepaid' | 'collect'>>
  /** Texts that stand in for nothing, whatever the element (`NULL`). */
  readonly placeholders: readonly string[]
  readonly roles: Readonly<Record<PartyElement, PartyRole>>
  /** Party → type of the identifier in its code; `code` where it is not said. */
  readonly identifierTypes: Readonly<Partial<Record<PartyElement, string>>>
  /** Elements without which a consignment, or the header, is incomplete. */
  readonly mandatory: { readonly header: readonly string[]; readonly consignment: readonly string[] }
  /** Which comes first in a short date (`6/9/19`); `null` where senders do not agree. */
  readonly shortDates: 'month' | 'day' | null
  /** Figures that a generator writes when nothing was entered, by canonical element. */
  readonly constants: Readonly<Record<string, readonly number[]>>
}
