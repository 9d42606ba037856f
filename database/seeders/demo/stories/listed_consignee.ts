import { LISTED } from '../listed.js'
import type { Story } from '../story.js'
import { filing, inTime, loaded, party, upcoming, type Plot } from './draft.js'

const KEY = 'listed-consignee'

const PLOTS: Readonly<Record<'GT' | 'JM', Plot>> = {
  GT: {
    reference: 'NGBPRQ26-1182',
    origin: 'CN',
    loading: 'CNNGB',
    consignor: party('Ningbo Haiyue Shoes Co., Ltd.', 'No. 88 Orchid Road', 'Ningbo', 'CN'),
    consignee: party(LISTED.gtConsignee.name, '6 Avenida 14-22 Zona 9', 'Guatemala', 'GT', {
      taxId: { type: 'NIT', value: LISTED.gtConsignee.nit },
    }),
    description: 'CALZADO DEPORTIVO',
    packages: 880,
    package: 'CT',
    weightKg: 9_240,
    volumeM3: 66,
    box: 'high40',
  },
  JM: {
    reference: 'STORYPAM0000317',
    origin: 'PA',
    loading: 'PAMIT',
    consignor: party('Comestibles Puerto Claro Zona Libre S.A.', 'Calle 9, Zona Libre', 'Colon', 'PA'),
    consignee: party(LISTED.jmConsignee.name, '41 Spanish Town Road', 'Kingston 11', 'JM', {
      taxId: { type: 'TRN', value: LISTED.jmConsignee.trn },
    }),
    notify: 'same',
    description: 'CANNED MIXED VEGETABLES',
    packages: 1900,
    package: 'CT',
    weightKg: 19_380,
    volumeM3: 27,
    box: 'dry20',
  },
}

/** The consignee stands on the administration's list of companies, by name and by identifier. */
export const listedConsignee: Story = {
  key: KEY,
  administrations: ['GT', 'JM'],
  filings(context) {
    const call = upcoming(context, 22)
    return [filing(context, KEY, call, inTime(context, call), [loaded(context, call, PLOTS[context.administration])])]
  },
}
