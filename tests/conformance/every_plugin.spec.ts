import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from '@japa/runner'
import plugins from '#config/plugins'
import { SDK_VERSION, type PluginDefinition } from '#sdk'
import { read } from '#sdk/testing'

const ROOT = join(import.meta.dirname, '../../plugins')
const folders = () =>
  readdirSync(ROOT, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
const placeholders = (text: string) => [...text.matchAll(/\{\s*(\w+)/g)].map((found) => found[1]).sort()

const fixturesOf = (plugin: PluginDefinition) => {
  const directory = join(ROOT, plugin.id, 'fixtures/messages')
  return readdirSync(directory).map((name) => ({ name, bytes: readFileSync(join(directory, name)) }))
}

/** Faults of a plugin's texts against its English ones; empty when they agree. */
async function textFaults(plugin: PluginDefinition): Promise<string[]> {
  const english = await plugin.locales['en']?.()
  if (!english) return [`${plugin.id}: no English texts`]
  const faults: string[] = []
  for (const [locale, load] of Object.entries(plugin.locales)) {
    const texts = await load()
    for (const [key, text] of Object.entries(english)) {
      if (texts[key] === undefined) faults.push(`${plugin.id}/${locale}: ${key} is missing`)
      else if (String(placeholders(texts[key])) !== String(placeholders(text)))
        faults.push(`${plugin.id}/${locale}: ${key} has other placeholders`)
    }
    for (const key of Object.keys(texts))
      if (english[key] === undefined) faults.push(`${plugin.id}/${locale}: ${key} is not in English`)
  }
  return faults
}

/** Faults of what a plugin says of itself. */
function definitionFaults(plugin: PluginDefinition): string[] {
  const faults: string[] = []
  if (!folders().includes(plugin.id)) faults.push(`${plugin.id}: no folder of this name`)
  if (!/^\d+\.\d+\.\d+$/.test(plugin.version)) faults.push(`${plugin.id}: version ${plugin.version} is not semantic`)
  if (!plugin.sdk.startsWith(`^${SDK_VERSION.split('.').slice(0, 2).join('.')}`))
    faults.push(`${plugin.id}: built for SDK ${plugin.sdk}, this is ${SDK_VERSION}`)
  if (!Intl.supportedValuesOf('currency').includes(plugin.country.currency))
    faults.push(`${plugin.id}: currency ${plugin.country.currency}`)
  if (!plugin.country.name.startsWith(`${plugin.id}.`))
    faults.push(`${plugin.id}: ${plugin.country.name} is not its own text`)
  for (const profile of plugin.formatProfiles ?? []) {
    if (!profile.code.startsWith(`${plugin.id}.`)) faults.push(`${plugin.id}: profile ${profile.code} lacks its prefix`)
    if (!Number.isInteger(profile.version) || profile.version < 1)
      faults.push(`${plugin.id}: ${profile.code} needs an integer version`)
  }
  return faults
}

test.group('Every plugin', () => {
  test('that has a folder is listed, and each listed one is what it says', async ({ assert }) => {
    assert.deepEqual(plugins.map((plugin) => plugin.id).sort(), folders().sort())
    assert.isAbove(plugins.length, 0)
    assert.deepEqual(plugins.flatMap(definitionFaults), [])
    for (const plugin of plugins) assert.deepEqual(await textFaults(plugin), [])
    console.log(
      `    ${plugins.length} plugins, ${plugins.flatMap((plugin) => plugin.formatProfiles ?? []).length} profiles looked at`
    )
  })

  test('planted faults are seen', async ({ assert }) => {
    const [real] = plugins
    const planted: PluginDefinition = {
      ...real!,
      version: 'one',
      sdk: '^9.0.0',
      country: { ...real!.country, currency: 'XXQ', name: 'other.country' },
      formatProfiles: [{ ...real!.formatProfiles![0]!, code: 'd01a', version: 1.5 }],
      locales: { ...real!.locales, fr: async () => ({}) },
    }
    assert.lengthOf(definitionFaults(planted), 6)
    assert.isAbove((await textFaults(planted)).length, 0)
  })

  test('reads its fixtures alike each time, and survives them cut anywhere', async ({ assert }) => {
    let cuts = 0
    for (const plugin of plugins) {
      const profiles = plugin.formatProfiles ?? []
      const fixtures = fixturesOf(plugin)
      assert.isAbove(fixtures.length, 0, `${plugin.id} has fixtures`)
      for (const { name, bytes } of fixtures) {
        const first = await read(bytes, { profiles })
        assert.deepEqual(await read(bytes, { profiles }), first, name)
        assert.isAbove(first.messages.length, 0, name)
        for (let end = 1; end < bytes.length; end += 37) {
          const cut = await read(bytes.subarray(0, end), { profiles })
          assert.isArray(cut.messages, `${name} cut at ${end}`)
          cuts++
        }
      }
    }
    console.log(`    ${cuts} cut messages read`)
  })
})
