import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from '@japa/runner'
import plugins from '#config/plugins'
import { pluginHost } from '#platform/plugins/host'
import { sourceFaults } from '#platform/plugins/sources/source_faults'
import { buildFaults, contributionsOf, faultLine } from '#sdk'
import { registerPluginConformance } from '#sdk/testing'

const ROOT = join(import.meta.dirname, '../..')
const folderOf = (id: string) => join(ROOT, 'plugins', id)
const folders = () =>
  readdirSync(join(ROOT, 'plugins'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)

test.group('Every plugin', () => {
  test('that has a folder is listed, and the build may boot with all of them', async ({ assert }) => {
    assert.deepEqual(plugins.map((plugin) => plugin.id).sort(), folders().sort())
    assert.isAbove(plugins.length, 0)
    const faults = await buildFaults(plugins, pluginHost(join(ROOT, 'resources/lang')))
    assert.deepEqual(faults.map(faultLine), [])
    console.log(`    ${plugins.length} plugins, ${plugins.flatMap(contributionsOf).length} contributions looked at`)
  })

  test('imports #sdk and itself only, brings its files, and keeps what it released', async ({ assert }) => {
    for (const plugin of plugins) assert.deepEqual((await sourceFaults(plugin, folderOf(plugin.id))).map(faultLine), [])
  })

  test('contributes under codes that no other plugin has', ({ assert }) => {
    const codes = plugins.flatMap((plugin) => [
      ...new Set(contributionsOf(plugin).map(({ kind, code }) => `${kind} ${code}`)),
    ])
    assert.lengthOf(codes, new Set(codes).size)
  })
})

for (const plugin of plugins) registerPluginConformance({ test, plugin, folder: folderOf(plugin.id) })
