import { breakCheckDigit, containerNumber } from '../containers.js'
import type { Story } from '../story.js'
import { filing, inTime, loaded, party, upcoming, type Plot } from './draft.js'

const KEY = 'invalid-container'
const NUMBER = breakCheckDigit(containerNumber('KSCU', '796727'))

const PLOTS: Readonly<Record<'GT' | 'JM', Plot>> = {
  GT: {
    reference: 'GYEPRQ26-0331',
    origin: 'EC',
    loading: 'ECGYE',
    number: NUMBER,
    consignor: party('Comestibles Laguna Azulado S.A.', 'Av. Granada Km 14', 'Guayaquil', 'EC'),
    consignee: party('Alimentos Villa Florido S.A.', '12 Calle 3-40 Zona 1', 'Escuintla', 'GT', {
      taxId: { type: 'NIT', value: '90144325' },
    }),
    description: 'ATUN EN ACEITE ENLATADO',
    packages: 2100,
    package: 'CT',
    weightKg: 19_100,
    volumeM3: 27,
    box: 'dry20',
  },
  JM: {
    reference: 'STORYPOS0000415',
    origin: 'TT',
    loading: 'TTPOS',
    number: NUMBER,
    consignor: party('Valecrest Beverages Ltd', 'Lot 12 Coral Industrial Estate', 'Chaguanas', 'TT'),
    consignee: party('Hope River Wholesale Ltd', '5 Garden Road', 'Spanish Town', 'JM', {
      taxId: { type: 'TRN', value: '005530918' },
    }),
    notify: 'same',
    description: 'CARBONATED SOFT DRINKS',
    packages: 1700,
    package: 'CT',
    weightKg: 20_400,
    volumeM3: 31,
    box: 'dry20',
  },
}

/** A box that cannot exist: its check digit does not fit. */
export const invalidContainer: Story = {
  key: KEY,
  administrations: ['GT', 'JM'],
  filings(context) {
    const call = upcoming(context, 17)
    return [filing(context, KEY, call, inTime(context, call), [loaded(context, call, PLOTS[context.administration])])]
  },
}
