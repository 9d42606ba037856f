import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from '@japa/runner'
import { releaseOf } from '#sdk'
import { sourceFaults } from '#platform/plugins/sources/source_faults'
import { SOUND } from '../../sdk/faulty_plugins.js'

/** The files of a sound plugin, with `changes` made to them. */
const FILES: Readonly<Record<string, string>> = {
  'plugin.ts': `import { definePlugin } from '#sdk'\nimport { rule } from './rules/late.js'\nexport default definePlugin({ rule } as never)\n`,
  'rules/late.ts': `import type { Mode } from '#sdk'\nconst mode: Mode = 'sea'\nexport const rule = { mode, fetch: 1, at: new Date(0) }\n`,
  'locales/en.json': '{}',
  'locales/fr.json': '{}',
  'fixtures/messages/manifest.edi': 'UNB',
  'resources/panels/crown.vue': `<script setup lang="ts">\nimport { ref } from 'vue'\nimport { Card } from '../../../../resources/sdk/main.js'\nconst document = ref(Card)\n</script>\n<template><div>{{ document }}</div></template>\n`,
  'tests/unit/late.spec.ts': `import { readFileSync } from 'node:fs'\nexport default readFileSync\n`,
}

async function faultsWith(changes: Readonly<Record<string, string | null>>, folder = 'ruritania') {
  const root = mkdtempSync(join(tmpdir(), 'plugin-'))
  try {
    for (const [file, text] of Object.entries({ ...FILES, ...changes })) {
      if (text === null) continue
      const path = join(root, 'plugins', folder, file)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, text)
    }
    return (await sourceFaults(SOUND, join(root, 'plugins', folder))).map(
      ({ code, at, reason }) => `${code} ${at}: ${reason}`
    )
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

const code = (text: string) => ({ 'rules/late.ts': `${text}\nexport const rule = 1\n` })

const PLANTED: readonly (readonly [wrong: string, changes: Record<string, string | null>, found: string])[] = [
  [
    'a module of the machine',
    code(`import { readFileSync } from 'node:fs'`),
    'E_PLUGIN_IMPORT rules/late.ts:1: It imports "node:fs".',
  ],
  [
    'core by its path',
    code(`import { known } from '../../../app/core/facts/fact.js'`),
    'E_PLUGIN_IMPORT rules/late.ts:1: It imports "../../../app/core/facts/fact.js".',
  ],
  [
    'another plugin',
    code(`export * from '../../guatemala/plugin.js'`),
    'E_PLUGIN_IMPORT rules/late.ts:1: It imports "../../guatemala/plugin.js".',
  ],
  [
    'a type of the platform',
    code(`type T = import('#platform/tenancy/database').Row`),
    'E_PLUGIN_IMPORT rules/late.ts:1: It imports "#platform/tenancy/database".',
  ],
  [
    'its own tests',
    code(`import '../tests/unit/late.spec.js'`),
    'E_PLUGIN_IMPORT rules/late.ts:1: It imports "../tests/unit/late.spec.js".',
  ],
  [
    'an import of a name put together',
    code('\nexport const load = (name: string) => import(`node:${name}`)'),
    'E_PLUGIN_IMPORT rules/late.ts:2: It imports "import(…) of a name that is put together".',
  ],
  [
    'the network',
    code(`export const get = () => fetch('https://example.test')`),
    'E_PLUGIN_WORLD rules/late.ts:1: It uses fetch.',
  ],
  [
    'the environment',
    code(`export const key = process.env['APP_KEY']`),
    'E_PLUGIN_WORLD rules/late.ts:1: It uses process.',
  ],
  ['the clock', code(`export const now = () => Date.now()`), 'E_PLUGIN_WORLD rules/late.ts:1: It uses Date.now.'],
  [
    'the clock in another dress',
    code(`export const now = () => new Date()`),
    'E_PLUGIN_WORLD rules/late.ts:1: It uses new Date().',
  ],
  ['chance', code(`export const dice = () => Math.random()`), 'E_PLUGIN_WORLD rules/late.ts:1: It uses Math.random.'],
  ['a timer', code(`setTimeout(() => {}, 1)`), 'E_PLUGIN_WORLD rules/late.ts:1: It uses setTimeout.'],
  [
    'a patched prototype',
    code(`String.prototype.trim = () => ''`),
    'E_PLUGIN_WORLD rules/late.ts:1: It uses .prototype.',
  ],
  [
    'code from text',
    code(`export const run = (() => 1)['constructor']`),
    'E_PLUGIN_WORLD rules/late.ts:1: It uses constructor.',
  ],
  [
    'a shorthand of a global',
    code(`export const all = { process }`),
    'E_PLUGIN_WORLD rules/late.ts:1: It uses process.',
  ],
  [
    'a screen that calls out',
    { 'resources/panels/crown.vue': `<script setup lang="ts">\nvoid fetch('/x')\n</script>\n` },
    'E_PLUGIN_WORLD resources/panels/crown.vue:2: It uses fetch.',
  ],
  [
    'a screen with parts of core',
    {
      'resources/panels/crown.vue': `<script setup lang="ts">\nimport '../../../../resources/components/x.vue'\n</script>\n`,
    },
    'E_PLUGIN_IMPORT resources/panels/crown.vue:2: It imports "../../../../resources/components/x.vue".',
  ],
  [
    'a panel that was not written',
    { 'resources/panels/crown.vue': null },
    'E_PLUGIN_FILE resources/panels/crown.vue: It is declared in plugin.ts and is not there.',
  ],
  [
    'no fixtures',
    { 'fixtures/messages/manifest.edi': null },
    'E_PLUGIN_FILE fixtures/messages: It reads messages and brings none.',
  ],
  [
    'a language that nothing loads',
    { 'locales/es.json': '{}' },
    'E_PLUGIN_LOCALE locales/es.json: No locale of the plugin loads it.',
  ],
  [
    'a version below the released one',
    { 'released.json': JSON.stringify({ ...releaseOf(SOUND), version: '9.0.0' }) },
    'E_PLUGIN_LOWERED version: 1.2.0 is older than the released 9.0.0.',
  ],
]

test.group('Files of a plugin', () => {
  test('those of a sound one are sound; its tests may do more', async ({ assert }) => {
    assert.deepEqual(await faultsWith({}), [])
  })

  for (const [wrong, changes, found] of PLANTED)
    test(`${wrong}: found at its line`, async ({ assert }) => {
      assert.deepEqual(await faultsWith(changes), [found])
    })

  test('a hostile plugin is refused by name: files, environment, network, timer, prototype, settings of another', async ({
    assert,
  }) => {
    const found = await faultsWith(
      code(
        [
          `import { readFileSync } from 'node:fs'`,
          `import other from '../../guatemala/settings.js'`,
          `export const all = () => [readFileSync, other, process.env, fetch('/'), setTimeout(all, 1)]`,
          `Object.prototype.toString = () => ''`,
        ].join('\n')
      )
    )
    assert.deepEqual(
      found.map((line) => line.split(': It ')[1]),
      [
        'imports "node:fs".',
        'imports "../../guatemala/settings.js".',
        'uses process.',
        'uses fetch.',
        'uses setTimeout.',
        'uses .prototype.',
      ]
    )
  })

  test('a folder of another name', async ({ assert }) => {
    assert.deepEqual(await faultsWith({}, 'zenda'), [
      'E_PLUGIN_FOLDER plugins/zenda: The plugin in it is called "ruritania".',
    ])
  })
})
