import { SDK_VERSION } from '#sdk'

/** What a plugin is begun with. */
export interface NewPlugin {
  id: string
  /** ISO 3166 alpha-2. */
  country: string
  timezone: string
  currency: string
}

const LOCALES = ['en', 'fr', 'es', 'ar'] as const

/** The files of a new plugin by path: one profile of CUSCAR that its own tests read. Expected results come from reading it. */
export function pluginFiles(plugin: NewPlugin): Readonly<Record<string, string>> {
  return {
    'plugin.ts': definition(plugin),
    'formats/manifest.ts': profile(plugin),
    ...Object.fromEntries(LOCALES.map((locale) => [`locales/${locale}.json`, texts(plugin.country, locale)])),
    [`fixtures/messages/${FIXTURE}`]: message(plugin),
    'tests/unit/manifest.spec.ts': spec(plugin),
    'README.md': readme(plugin),
    'CHANGELOG.md': '# Changes\n\n## 0.1.0\n\n- Begun.\n',
  }
}

const FIXTURE = 'manifest.edi'

const constantOf = ({ id }: NewPlugin) => `${id.toUpperCase()}_MANIFEST`
const recipientOf = ({ country }: NewPlugin) => `${country}CUSTOMS`
const nameOf = (country: string, locale: string) => new Intl.DisplayNames([locale], { type: 'region' }).of(country)!

const definition = (plugin: NewPlugin) => `import { definePlugin } from '#sdk'
import { ${constantOf(plugin)} } from './formats/manifest.js'

const texts = async (load: Promise<{ default: Readonly<Record<string, string>> }>) => (await load).default

export default definePlugin({
  id: '${plugin.id}',
  version: '0.1.0',
  sdk: '^${SDK_VERSION}',
  country: {
    code: '${plugin.country}',
    name: '${plugin.id}.country',
    timezone: '${plugin.timezone}',
    currency: '${plugin.currency}',
  },
  locales: {
${LOCALES.map((locale) => `    ${locale}: () => texts(import('./locales/${locale}.json', { with: { type: 'json' } })),`).join('\n')}
  },
  formatProfiles: [${constantOf(plugin)}],
})
`

const profile = (plugin: NewPlugin) => `import type { FormatProfile } from '#sdk'

/** Only what differs from the generic reading is written down; see docs/guides/a_format_profile.md. */
export const ${constantOf(plugin)}: FormatProfile = {
  code: '${plugin.id}.manifest',
  version: 1,
  message: 'CUSCAR',
  detect: { clues: [{ what: 'recipient', is: ['${recipientOf(plugin)}'], weight: 1 }], minimum: 0.5 },
  reading: {},
  alwaysFiled: [],
}
`

const texts = (country: string, locale: string) => `${JSON.stringify({ country: nameOf(country, locale) }, null, 2)}\n`

/** Invented parties, real structure. */
const message = (plugin: NewPlugin) =>
  [
    `UNB+UNOA:2+SEABRIDGE+${recipientOf(plugin)}+261120:0900+1`,
    'UNH+1+CUSCAR:D:95B:UN',
    'BGM+85+MAN0001+9',
    'DTM+137:20261120:102',
    'TDT+20+118N+1++SEAB:172:20+++9074729:146:11:CORAL HERON',
    'DTM+132:202612010600:203',
    'LOC+11+PAONX:139:6',
    'GIS+23',
    'CNI+1+SEAB0000001',
    'RFF+BM:SEAB0000001',
    'LOC+9+CNSHA:139:6',
    'LOC+11+PAONX:139:6',
    'NAD+CZ+++INVENTED MILLS LTD+1 INVENTED ROAD+SHANGHAI',
    'NAD+CN+++INVENTED INTERIORS+2 INVENTED STREET+COLON',
    'GID+1+20:CT',
    'FTX+AAA+++CERAMIC TILES',
    'MEA+AAE+G+KGM:18000',
    'UNT+17+1',
    'UNZ+1+1',
  ]
    .map((segment) => `${segment}'\n`)
    .join('')

const spec = (plugin: NewPlugin) => `import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { test } from '@japa/runner'
import { firstOf, read, registerPluginConformance, reportOf } from '#sdk/testing'
import ${camel(plugin.id)} from '../../plugin.js'

const folder = fileURLToPath(new URL('../..', import.meta.url))
const profiles = ${camel(plugin.id)}.formatProfiles ?? []

registerPluginConformance({ test, plugin: ${camel(plugin.id)}, folder })

test.group('${plugin.id} | manifest', () => {
  test('is read by its own profile', async ({ assert }) => {
    const reading = await read(readFileSync(\`\${folder}/fixtures/messages/${FIXTURE}\`), { profiles })
    assert.equal(reportOf(reading).profile, '${plugin.id}.manifest@1')
    const { consignment } = firstOf(reading)
    assert.equal(consignment.places.loading?.code, 'CNSHA')
    assert.equal(consignment.items[0]?.description, 'CERAMIC TILES')
  })
})
`

const camel = (id: string) => id.replaceAll(/_(\w)/g, (_all, letter: string) => letter.toUpperCase())

const readme = (plugin: NewPlugin) => `# ${nameOf(plugin.country, 'en')}

What the customs of ${nameOf(plugin.country, 'en')} adds to the platform.

## CUSCAR (\`formats/manifest.ts\`)

Says which messages are ours and where they differ from the generic reading. Replace the invented recipient
\`${recipientOf(plugin)}\` and the ports of the fixture by what senders really write.

## Files

- \`fixtures/messages/\`: invented companies, real structure; \`fixtures/expected/\`: what each is read as.
- \`tests/unit/\`: the conformance kit, and what matters most of each fixture.
`
