import { LISTED } from '../listed.js'
import type { Story } from '../story.js'
import { filing, inTime, loaded, party, upcoming, type Plot } from './draft.js'

const KEY = 'listed-container'

const PLOTS: Readonly<Record<'GT' | 'JM', Plot>> = {
  GT: {
    reference: 'SSZSTC26-0093',
    origin: 'BR',
    loading: 'BRSSZ',
    number: LISTED.gtContainer,
    consignor: party('Madeiras Serra Bonito Ltda', 'Rua Palma 410', 'Joinville', 'BR'),
    consignee: party('Maderas y Tableros Fuente Clara S.A.', '27 Avenida 8-15 Zona 11', 'Guatemala', 'GT', {
      taxId: { type: 'NIT', value: '31877249' },
    }),
    description: 'LAMINAS DE MADERA CONTRACHAPADA',
    packages: 22,
    package: 'PX',
    weightKg: 24_100,
    volumeM3: 43,
    box: 'high40',
  },
  JM: {
    reference: 'STORYNSA0000561',
    origin: 'IN',
    loading: 'INNSA',
    number: LISTED.jmContainer,
    consignor: party('Shreevilas Plastics Exports Pvt Ltd', 'Plot 61 GIDC Estate', 'Ahmedabad', 'IN'),
    consignee: party('Long Mountain Housewares Ltd', '9 Garden Road', 'Kingston 5', 'JM', {
      taxId: { type: 'TRN', value: '002940117' },
    }),
    notify: 'same',
    description: 'PLASTIC KITCHENWARE',
    packages: 1400,
    package: 'CT',
    weightKg: 8_900,
    volumeM3: 62,
    box: 'dry40',
  },
}

/** Harmless-looking goods in a box that an inspection marked. */
export const listedContainer: Story = {
  key: KEY,
  administrations: ['GT', 'JM'],
  filings(context) {
    const call = upcoming(context, 9)
    return [filing(context, KEY, call, inTime(context, call), [loaded(context, call, PLOTS[context.administration])])]
  },
}
