import type { Story } from '../story.js'
import { filing, inTime, loaded, party, upcoming, type Plot } from './draft.js'

const KEY = 'to-order'

const PLOTS: Readonly<Record<'GT' | 'JM', Plot>> = {
  GT: {
    reference: 'SHAPRQ26-2290',
    origin: 'CN',
    loading: 'CNSHA',
    consignor: party('Shanghai Jinyida Garments Import and Export Co., Ltd.', 'No. 12 Union Road', 'Shanghai', 'CN'),
    consignee: null,
    description: 'ROPA Y ACCESORIOS',
    packages: 760,
    package: 'CT',
    weightKg: 10_640,
    volumeM3: 64,
    box: 'high40',
  },
  JM: {
    reference: 'STORYIST0000188',
    origin: 'TR',
    loading: 'TRIST',
    consignor: party('Solvista Detergents A.S.', 'Liman Caddesi No. 40', 'Istanbul', 'TR'),
    consignee: null,
    notify: null,
    description: 'DETERGENT POWDER IN BAGS',
    packages: 1200,
    package: 'BG',
    weightKg: 18_200,
    volumeM3: 30,
    box: 'dry20',
  },
}

/** Made out to order, and nobody to notify. */
export const toOrder: Story = {
  key: KEY,
  administrations: ['GT', 'JM'],
  filings(context) {
    const call = upcoming(context, 30)
    return [filing(context, KEY, call, inTime(context, call), [loaded(context, call, PLOTS[context.administration])])]
  },
}
