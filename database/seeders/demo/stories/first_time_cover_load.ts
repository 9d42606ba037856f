import type { Story } from '../story.js'
import { filing, inTime, loaded, party, upcoming, type Plot } from './draft.js'

const KEY = 'first-time-cover-load'

const PLOTS: Readonly<Record<'GT' | 'JM', Plot>> = {
  GT: {
    reference: 'BUNPRQ26-0208',
    origin: 'CO',
    loading: 'COBUN',
    consignor: party('Carbones Loma Tranquilo S.A.S.', 'Carrera 7 No. 12-44', 'Cali', 'CO'),
    consignee: party('Asados El Fogon de la Tia S.A.', '3 Calle 4-18 Zona 2', 'Mixco', 'GT', {
      taxId: { type: 'NIT', value: '103388257' },
    }),
    description: 'CARBON VEGETAL EN SACOS',
    packages: 900,
    package: 'BG',
    weightKg: 13_500,
    volumeM3: 60,
    box: 'high40',
  },
  JM: {
    reference: 'STORYBAQ0000734',
    origin: 'CO',
    loading: 'COBAQ',
    consignor: party('Pulpas Rio Bermejo S.A.S.', 'Carrera 51 No. 80-12', 'Barranquilla', 'CO'),
    consignee: party('Dolphin Head Juices Ltd', '2 Coral Road', 'Montego Bay', 'JM', {
      taxId: { type: 'TRN', value: '003817620' },
    }),
    notify: 'same',
    description: 'BANANA PUREE IN DRUMS',
    packages: 80,
    package: 'DR',
    weightKg: 16_960,
    volumeM3: 19,
    box: 'reefer40',
    temperatureC: 13,
  },
}

/** Consignor and consignee never seen before, goods that hide others well, a source country. */
export const firstTimeCoverLoad: Story = {
  key: KEY,
  administrations: ['GT', 'JM'],
  filings(context) {
    const call = upcoming(context, 20)
    return [filing(context, KEY, call, inTime(context, call), [loaded(context, call, PLOTS[context.administration])])]
  },
}
