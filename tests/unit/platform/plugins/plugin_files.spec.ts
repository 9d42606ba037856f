import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { test } from '@japa/runner'
import { pluginHost } from '#platform/plugins/host'
import { currencyOf } from '#platform/plugins/scaffold/currencies'
import { FIRST_MESSAGES } from '#platform/plugins/scaffold/first_messages'
import { pluginFiles } from '#platform/plugins/scaffold/plugin_files'
import { sourceFaults } from '#platform/plugins/sources/source_faults'
import { writeExpected } from '#platform/plugins/sources/write_expected'
import { pluginFaults, type PluginDefinition } from '#sdk'
import { firstOf, read, reportOf } from '#sdk/testing'

const ROOT = join(import.meta.dirname, '../../../..')
const NEW = { id: 'sri_lanka', country: 'LK', timezone: 'Asia/Colombo', currency: 'LKR' }
const KINDS = [
  { message: 'CUSCAR', generic: 'cuscar.generic@1' },
  { message: 'ASYCUDA', generic: 'asycuda.generic@1' },
] as const

for (const { message, generic } of KINDS)
  test.group(`make:plugin --message=${message}`, (group) => {
    const folder = join(ROOT, `tmp/plugins_${process.pid}_${message}/${NEW.id}`)
    const files = pluginFiles({ ...NEW, message })
    const { file } = FIRST_MESSAGES[message]
    group.setup(() => {
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true })
        writeFileSync(join(folder, path), text)
      }
      return () => rmSync(dirname(folder), { recursive: true, force: true })
    })
    const written = async () =>
      ((await import(pathToFileURL(join(folder, 'plugin.ts')).href)) as { default: PluginDefinition }).default

    test('what it writes has no fault, in the definition or in the files', async ({ assert }) => {
      const plugin = await written()
      assert.deepEqual(await pluginFaults(plugin, pluginHost(join(ROOT, 'resources/lang'))), [])
      assert.deepEqual(await sourceFaults(plugin, folder), [])
      assert.deepEqual(await plugin.locales['ar']?.(), { country: 'سريلانكا' })
    })

    test('its message is read by its profile and by no other, without a Problem', async ({ assert }) => {
      const filed = files[`fixtures/messages/${file}`]!
      const reading = await read(filed, { profiles: (await written()).formatProfiles ?? [] })
      assert.equal(reportOf(reading).profile, 'sri_lanka.manifest@1')
      assert.equal(firstOf(reading).consignment.items[0]?.description, 'CERAMIC TILES')
      assert.deepEqual(reading.codes, [])
      assert.equal(reportOf(await read(filed)).profile, generic)
    })

    test('a fixture that none of its profiles knows is told', async ({ assert }) => {
      assert.deepEqual(await writeExpected(folder), [{ name: file, readByOthers: [] }])
      const at = join(folder, 'fixtures/messages', file)
      writeFileSync(at, files[`fixtures/messages/${file}`]!.replace(/LKCUSTOMS|LK001/, 'ELSEWHERE'))
      assert.deepEqual(await writeExpected(folder), [{ name: file, readByOthers: [generic] }])
    })
  })

test.group('make:plugin', () => {
  test('a country has a currency that exists, and what is no country has none', ({ assert }) => {
    const currencies = Intl.supportedValuesOf('currency')
    for (const country of ['GT', 'JM', 'LK', 'GE', 'BG', 'CW'])
      assert.include(currencies, currencyOf(country) ?? 'none', country)
    assert.isNull(currencyOf('ZZ'))
  })
})
