import { definePlugin } from '#sdk'
import { CUSRES } from './acknowledgements/cusres.js'
import { OFFICES } from './code_lists/offices.js'
import { WAREHOUSES } from './code_lists/warehouses.js'
import { SEA } from './deadlines/sea.js'
import { CONSIGNEE_NIT } from './facts/consignee_nit.js'
import { GUATEMALA_D01A } from './formats/d01a.js'
import { NIT_IDENTIFIER } from './identifiers/nit.js'
import { INVALID_NIT } from './indicators/invalid_nit.js'
import { FIELDS } from './settings.js'

const texts = async (load: Promise<{ default: Readonly<Record<string, string>> }>) => (await load).default

export default definePlugin({
  id: 'guatemala',
  version: '0.2.0',
  sdk: '^0.1.0',
  country: { code: 'GT', name: 'guatemala.country', timezone: 'America/Guatemala', currency: 'GTQ' },
  locales: {
    en: () => texts(import('./locales/en.json', { with: { type: 'json' } })),
    fr: () => texts(import('./locales/fr.json', { with: { type: 'json' } })),
    es: () => texts(import('./locales/es.json', { with: { type: 'json' } })),
    ar: () => texts(import('./locales/ar.json', { with: { type: 'json' } })),
  },
  settings: { version: 1, fields: FIELDS },
  deadlines: [SEA],
  codeLists: [OFFICES, WAREHOUSES],
  formatProfiles: [GUATEMALA_D01A],
  identifiers: [NIT_IDENTIFIER],
  facts: [CONSIGNEE_NIT],
  indicators: [INVALID_NIT],
  acknowledgements: [CUSRES],
  letterhead: { lines: ['guatemala.letterhead_authority', 'guatemala.letterhead_department'] },
  pages: [{ page: 'reading', title: 'guatemala.page_reading', permission: 'messages.read', menu: true }],
  panels: [
    {
      slot: 'consignment.panel',
      component: 'references',
      title: 'guatemala.panel_references',
      permission: 'consignments.read',
    },
  ],
  demo: { ports: ['GTPRQ', 'GTSTC', 'GTPBR'] },
})
