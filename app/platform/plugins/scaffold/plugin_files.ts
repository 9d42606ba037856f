import { SDK_VERSION } from '#sdk'
import { FIRST_MESSAGES, type FirstMessage, type FirstMessageKind } from './first_messages.js'

/** What a plugin is begun with. */
export interface NewPlugin {
  id: string
  /** ISO 3166 alpha-2. */
  country: string
  timezone: string
  currency: string
  /** What its manifests come in. */
  message: FirstMessageKind
}

const LOCALES = ['en', 'fr', 'es', 'ar'] as const

/** The files of a new plugin by path: one profile that its own tests read. Expected results come from reading it. */
export function pluginFiles(plugin: NewPlugin): Readonly<Record<string, string>> {
  return {
    'plugin.ts': definition(plugin),
    'formats/manifest.ts': profile(plugin),
    ...Object.fromEntries(LOCALES.map((locale) => [`locales/${locale}.json`, texts(plugin.country, locale)])),
    [`fixtures/messages/${first(plugin).file}`]: first(plugin).text(plugin.country),
    'tests/unit/manifest.spec.ts': spec(plugin),
    'README.md': readme(plugin),
    'CHANGELOG.md': '# Changes\n\n## 0.1.0\n\n- Begun.\n',
  }
}

const first = ({ message }: NewPlugin): FirstMessage => FIRST_MESSAGES[message]
const constantOf = ({ id }: NewPlugin) => `${id.toUpperCase()}_MANIFEST`
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
  message: '${plugin.message}',
  detect: { clues: [${first(plugin).clue(plugin.country)}], minimum: 0.5 },
  reading: {},
  alwaysFiled: [],
}
`

const texts = (country: string, locale: string) => `${JSON.stringify({ country: nameOf(country, locale) }, null, 2)}\n`

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
    const reading = await read(readFileSync(\`\${folder}/fixtures/messages/${first(plugin).file}\`), { profiles })
    assert.equal(reportOf(reading).profile, '${plugin.id}.manifest@1')
    const { consignment } = firstOf(reading)
    assert.equal(consignment.places.loading?.code, 'CNSHA')
    assert.equal(consignment.items[0]?.description, 'CERAMIC TILES')
  })
})
`

/** How an id is imported. */
export const camel = (id: string) => id.replaceAll(/_(\w)/g, (_all, letter: string) => letter.toUpperCase())

const readme = (plugin: NewPlugin) => `# ${nameOf(plugin.country, 'en')}

What the customs of ${nameOf(plugin.country, 'en')} adds to the platform.

## ${plugin.message} (\`formats/manifest.ts\`)

Says which messages are ours and where they differ from the generic reading. Replace ${first(plugin).invented(plugin.country)}
and the ports of the fixture by what senders really write.

## Files

- \`fixtures/messages/\`: invented companies, real structure; \`fixtures/expected/\`: what each is read as.
- \`tests/unit/\`: the conformance kit, and what matters most of each fixture.
`
