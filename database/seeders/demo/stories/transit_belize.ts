import type { Story } from '../story.js'
import { filing, inTime, loaded, party, upcoming } from './draft.js'

const KEY = 'transit-belize'

/** A header that says import, one consignment in transit to Belize: cigarettes from a free zone. */
export const transitBelize: Story = {
  key: KEY,
  administrations: ['GT'],
  filings(context) {
    const call = upcoming(context, 16)
    const load = loaded(context, call, {
      reference: 'PAMSTC26-0417',
      origin: 'PA',
      loading: 'PAMIT',
      consignor: party('Zona Tabacos Portobello S.A.', 'Calle 14, Zona Libre', 'Colon', 'PA'),
      consignee: party('Mopan River Trading Company Limited', '4 Miles Western Highway', 'Belize City', 'BZ', {
        taxId: { type: 'EEE', value: '500417733' },
      }),
      description: 'CIGARRILLOS RUBIOS EN CAJAS',
      packages: 940,
      package: 'CT',
      weightKg: 11_280,
      volumeM3: 61,
      box: 'high40',
      places: { nature: '24', destinationCountry: 'BZ' },
    })
    return [filing(context, KEY, call, inTime(context, call), [load])]
  },
}
