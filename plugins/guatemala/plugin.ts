import { definePlugin } from '#sdk'
import { GUATEMALA_D01A } from './formats/d01a.js'

const texts = async (load: Promise<{ default: Readonly<Record<string, string>> }>) => (await load).default

export default definePlugin({
  id: 'guatemala',
  version: '0.1.0',
  sdk: '^0.1.0',
  country: { code: 'GT', name: 'guatemala.country', timezone: 'America/Guatemala', currency: 'GTQ' },
  locales: {
    en: () => texts(import('./locales/en.json', { with: { type: 'json' } })),
    fr: () => texts(import('./locales/fr.json', { with: { type: 'json' } })),
    es: () => texts(import('./locales/es.json', { with: { type: 'json' } })),
    ar: () => texts(import('./locales/ar.json', { with: { type: 'json' } })),
  },
  formatProfiles: [GUATEMALA_D01A],
})
