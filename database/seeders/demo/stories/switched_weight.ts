import { HOUR } from '#core/kernel/instant'
import type { Story } from '../story.js'
import { filing, inTime, loaded, party, upcoming, type Plot } from './draft.js'

const KEY = 'switched-weight'

const PLOTS: Readonly<Record<'GT' | 'JM', Plot>> = {
  GT: {
    reference: 'HOUSTC26-0620',
    origin: 'US',
    loading: 'USHOU',
    consignor: party('Quarrybrook Machinery LLC', '118 NW Station Street', 'Houston TX', 'US'),
    consignee: party('Equipos Cerro Dorado S.A.', 'Calzada Aguilar 19-40 Zona 12', 'Guatemala', 'GT', {
      taxId: { type: 'NIT', value: '66120942' },
    }),
    description: 'REPUESTOS PARA MAQUINARIA',
    packages: 44,
    package: 'CR',
    weightKg: 8_400,
    volumeM3: 30,
    box: 'dry20',
  },
  JM: {
    reference: 'STORYJAX0000902',
    origin: 'US',
    loading: 'USJAX',
    consignor: party('Sablepoint Equipment Inc', '77 NW Harbour Street', 'Jacksonville FL', 'US'),
    consignee: party('Wag Water Engineering Ltd', '30 Victoria Road', 'Kingston 20', 'JM', {
      taxId: { type: 'TRN', value: '004662091' },
    }),
    notify: 'same',
    description: 'MACHINERY PARTS',
    packages: 44,
    package: 'CR',
    weightKg: 8_400,
    volumeM3: 30,
    box: 'dry20',
  },
}

/** Hours before arrival the weight more than doubles. */
export const switchedWeight: Story = {
  key: KEY,
  administrations: ['GT', 'JM'],
  filings(context) {
    const call = upcoming(context, 4)
    const plot = PLOTS[context.administration]
    const original = filing(context, KEY, call, inTime(context, call), [loaded(context, call, plot)])
    const heavier = loaded(context, call, {
      ...plot,
      weightKg: 21_300,
      description: plot.description.replace(/ .*/, ''),
    })
    const functionCode = context.administration === 'GT' ? '20' : '4'
    return [
      original,
      { ...original, functionCode, filedAt: context.now - HOUR, bills: [heavier.bill], boxes: [...heavier.boxes] },
    ]
  },
}
