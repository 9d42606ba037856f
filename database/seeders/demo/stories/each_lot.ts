import type { DemoParty } from '../companies/party.js'
import type { LoadedBill } from '../bills.js'
import type { PlannedCall } from '../filing.js'
import type { StoryContext } from '../story.js'
import { loaded, party, type Plot } from './draft.js'

export const SELLER = party('Ensenada Clara Trading S.A.', 'Avenida 3 No. 44-10', 'Cartagena', 'CO')
const BUYER = party('Cane River Merchants Ltd', '11 Orange Street', 'Kingston', 'JM', {
  taxId: { type: 'TRN', value: '004771236' },
})
export const from = (country: string, name = SELLER.name): DemoParty => ({ ...SELLER, name, country })
export const to = (name: string, change: Partial<DemoParty> = {}): DemoParty => ({
  ...BUYER,
  taxId: null,
  name,
  ...change,
})
/** By its number, as Jamaica files it. */
export const numbered = (name: string, value: string): DemoParty => to(name, { taxId: { type: 'TRN', value } })

const LOT: Omit<Plot, 'reference'> = {
  origin: 'CO',
  loading: 'COCTG',
  consignor: SELLER,
  consignee: BUYER,
  notify: 'same',
  description: 'ASSORTED HOUSEWARES',
  packages: 420,
  package: 'CT',
  weightKg: 15_400,
  volumeM3: 52,
  box: 'high40',
}

/** What is planted for one indicator; the bill is called after it. */
export const lot = (
  context: StoryContext,
  call: PlannedCall,
  code: string,
  change: Partial<Plot> & Pick<Plot, 'description'>
): LoadedBill => loaded(context, call, { ...LOT, reference: `EACH${code}0001`, ...change })
