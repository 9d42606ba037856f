import type { Story } from '../story.js'
import { filing, inTime, loaded, party, upcoming, type Plot } from './draft.js'

const KEY = 'household-effects'

const PLOTS: Readonly<Record<'GT' | 'JM', Plot>> = {
  GT: {
    reference: 'MIASTC26-0755',
    origin: 'US',
    loading: 'USMIA',
    consignor: party('Byron Monzon Tello', '930 NW Mango Street', 'Doral FL', 'US'),
    consignee: party('Lesbia Caal Recinos', '5 Calle 2-11 Zona 3', 'Quetzaltenango', 'GT', {
      taxId: { type: 'NIT', value: '5190770' },
    }),
    description: 'MENAJE DE CASA USADO Y EFECTOS PERSONALES',
    packages: 61,
    package: 'PK',
    weightKg: 4_870,
    volumeM3: 28,
    box: 'dry20',
  },
  JM: {
    reference: 'STORYMIA0000129',
    origin: 'US',
    loading: 'USMIA',
    consignor: party('Errol Hyltonby', '2210 NW Palma Street', 'Fort Lauderdale FL', 'US'),
    consignee: party('Yvonne Hyltonby', '17 Orchid Road', 'May Pen', 'JM', {
      phone: '+1 876 555 0118',
      email: 'yvonne.h@mailbox.example',
    }),
    notify: 'same',
    description: 'USED HOUSEHOLD AND PERSONAL EFFECTS IN BARRELS',
    packages: 38,
    package: 'BA',
    weightKg: 3_420,
    volumeM3: 26,
    box: 'dry20',
  },
}

/** A private person sends used effects to another in a box of their own. */
export const householdEffects: Story = {
  key: KEY,
  administrations: ['GT', 'JM'],
  filings(context) {
    const call = upcoming(context, 19)
    return [filing(context, KEY, call, inTime(context, call), [loaded(context, call, PLOTS[context.administration])])]
  },
}
