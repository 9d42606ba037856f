import { definePlugin } from '#sdk'
import { MANIFEST_ANSWER } from './acknowledgements/manifest_answer.js'
import { OFFICES } from './code_lists/offices.js'
import { AIR } from './deadlines/air.js'
import { SEA } from './deadlines/sea.js'
import { CONSIGNEE_TRN } from './facts/consignee_trn.js'
import { JAMAICA_DECLARATION } from './formats/declaration.js'
import { JAMAICA_ASYCUDA } from './formats/asycuda.js'
import { JAMAICA_EXAMINATION } from './formats/examination.js'
import { JAMAICA_PERMIT } from './formats/permit.js'
import { TRN_IDENTIFIER } from './identifiers/trn.js'
import { INVALID_TRN } from './indicators/invalid_trn.js'
import { SELECTIVITY } from './instructions/selectivity.js'
import { FIELDS } from './settings.js'

const texts = async (load: Promise<{ default: Readonly<Record<string, string>> }>) => (await load).default

export default definePlugin({
  id: 'jamaica',
  version: '0.1.0',
  sdk: '^0.1.0',
  country: { code: 'JM', name: 'jamaica.country', timezone: 'America/Jamaica', currency: 'JMD' },
  locales: {
    en: () => texts(import('./locales/en.json', { with: { type: 'json' } })),
    fr: () => texts(import('./locales/fr.json', { with: { type: 'json' } })),
    es: () => texts(import('./locales/es.json', { with: { type: 'json' } })),
    ar: () => texts(import('./locales/ar.json', { with: { type: 'json' } })),
  },
  settings: { version: 1, fields: FIELDS },
  deadlines: [SEA, AIR],
  codeLists: [OFFICES],
  formats: [JAMAICA_DECLARATION, JAMAICA_PERMIT, JAMAICA_EXAMINATION],
  formatProfiles: [JAMAICA_ASYCUDA],
  identifiers: [TRN_IDENTIFIER],
  facts: [CONSIGNEE_TRN],
  indicators: [INVALID_TRN],
  acknowledgements: [MANIFEST_ANSWER],
  instructionForms: [SELECTIVITY],
  letterhead: { lines: ['jamaica.letterhead_authority', 'jamaica.letterhead_department'] },
  pages: [{ page: 'reading', title: 'jamaica.page_reading', permission: 'messages.read', menu: true }],
  panels: [
    {
      slot: 'consignment.panel',
      component: 'references',
      title: 'jamaica.panel_references',
      permission: 'consignments.read',
    },
  ],
  demo: { ports: ['JMKIN', 'JMMBJ'] },
})
