import { join } from 'node:path'
import { test } from '@japa/runner'
import { pluginHost } from '#platform/plugins/host'
import { buildFaults, PLUGIN_FAULT_CODES, pluginFaults, releasedFaults, releaseOf } from '#sdk'
import { linesOf, PLANTED, SOUND } from './faulty_plugins.js'

const HOST = pluginHost(join(import.meta.dirname, '../../../resources/lang'))
/**
 * What only files show (`tests/unit/platform/plugins/source_faults.spec.ts`), and what only rows do
 * (`tests/integration/plugins/installed_faults.spec.ts`).
 */
const IN_FILES = ['E_PLUGIN_FOLDER', 'E_PLUGIN_IMPORT', 'E_PLUGIN_WORLD', 'E_PLUGIN_FILE', 'E_PLUGIN_GONE']

test.group('Plugin faults', () => {
  test('a sound plugin has none', async ({ assert }) => {
    assert.deepEqual(await pluginFaults(SOUND, HOST), [])
  })

  for (const { wrong, plugin, code, at, reason, fix } of PLANTED)
    test(`${wrong}: found, with the place and what to do`, async ({ assert }) => {
      const faults = await pluginFaults(plugin, HOST)
      const found = faults.find((each) => each.code === code && each.at === at)
      assert.exists(found, `${code} ${at}, but there is ${linesOf(faults).join(', ') || 'nothing'}`)
      assert.match(found!.reason, reason)
      assert.match(found!.fix, fix)
      assert.equal(found!.plugin, plugin.id)
    })

  test('one id twice in a build', async ({ assert }) => {
    assert.deepEqual(linesOf(await buildFaults([SOUND, SOUND], HOST)), ['E_PLUGIN_TWICE config/plugins.ts'])
  })

  test('what was released is neither lowered nor gone; raising and adding is free', ({ assert }) => {
    const released = releaseOf(SOUND)
    const deadlines = (version: number) => [{ ...SOUND.deadlines![0]!, version }]
    const lines = (plugin: typeof SOUND) => releasedFaults(plugin, released).map(({ code, at }) => `${code} ${at}`)
    assert.deepEqual(lines({ ...SOUND, version: '1.3.0', deadlines: deadlines(2) }), [])
    assert.deepEqual(lines({ ...SOUND, version: '1.1.9' }), ['E_PLUGIN_LOWERED version'])
    assert.deepEqual(lines({ ...SOUND, deadlines: [] }), ['E_PLUGIN_LOWERED deadline ruritania.sea'])
    const older = releasedFaults(
      { ...SOUND, deadlines: deadlines(1) },
      releaseOf({ ...SOUND, deadlines: deadlines(3) })
    )
    assert.match(older[0]!.fix, /above 3/)
  })

  test('every code that there is has been planted', ({ assert }) => {
    const seen = new Set<string>([
      ...PLANTED.map(({ code }) => code),
      'E_PLUGIN_TWICE',
      'E_PLUGIN_LOWERED',
      ...IN_FILES,
    ])
    assert.sameMembers([...seen], [...PLUGIN_FAULT_CODES])
    assert.isAbove(PLANTED.length, 15)
  })
})
