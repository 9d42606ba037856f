import { test } from '@japa/runner'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FACT_KEYS, factTitle } from '#core/facts/fact_kinds'
import { BUILTIN_INDICATORS } from '#core/indicators/builtin/main'
import { GROUPS, LAYERS, THREATS, type Fields } from '#core/indicators/definition'
import { REFERENCE_LIST_CATALOGUE } from '#core/indicators/lists/catalogue'
import { MATCH_KINDS } from '#core/matching/watch_list'
import { OPERATORS } from '#core/profiles/operators/main'

const root = join(import.meta.dirname, '../../../..')
const messages = (locale: string) =>
  JSON.parse(readFileSync(join(root, `resources/lang/${locale}/targeting.json`), 'utf8')) as Record<string, string>
const LOCALES = ['en', 'fr', 'es', 'ar']

const sources = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((file) => file.isFile() && file.name.endsWith('.ts'))
    .map((file) => readFileSync(join(file.parentPath, file.name), 'utf8'))

const written = ['facts', 'indicators', 'profiles', 'assessment', 'matching']
  .flatMap((folder) => sources(join(root, 'app/core', folder)))
  .flatMap((source) => [...source.matchAll(/'(targeting\.[a-z0-9_]+)'/g), ...source.matchAll(/problem\('([a-z_]+)'/g)])
  .map(([, key = '']) => (key.startsWith('targeting.') ? key : `targeting.profile_${key}`))

const composed = [
  ...FACT_KEYS.map(factTitle),
  ...Object.keys(OPERATORS).map((code) => `targeting.operator_${code}`),
  ...GROUPS.map((group) => `targeting.group_${group}`),
  ...LAYERS.map((layer) => `targeting.layer_${layer}`),
  ...THREATS.map((threat) => `targeting.threat_${threat}`),
  ...Object.keys(REFERENCE_LIST_CATALOGUE).map((code) => `targeting.fact_list_${code}`),
  ...MATCH_KINDS.map((kind) => `targeting.fact_list_watch_list_${kind}`),
  ...BUILTIN_INDICATORS.flatMap((definition) => Object.values(definition.args as Fields).map((field) => field.label)),
  ...Object.values(REFERENCE_LIST_CATALOGUE).flatMap((list) => [
    list.title,
    ...list.columns.map((column) => column.label),
  ]),
]

/** Names in braces that a sentence takes. */
const params = (sentence: string): string[] =>
  [...new Set([...sentence.matchAll(/\{(\w+)[,}]/g)].map(([, name = '']) => name))].sort()

test.group('Sentences of targeting', () => {
  for (const locale of LOCALES) {
    test(`${locale} has every sentence that core names`, ({ assert }) => {
      const known = messages(locale)
      const wanted = [...written, ...composed].map((key) => key.slice('targeting.'.length))
      assert.isAbove(wanted.length, 200)
      assert.deepEqual(
        wanted.filter((key) => !known[key]),
        []
      )
    })

    test(`${locale} has the keys and parameters of English`, ({ assert }) => {
      const english = messages('en')
      const other = messages(locale)
      assert.sameMembers(Object.keys(other), Object.keys(english))
      const different = Object.keys(english).filter(
        (key) => !params(english[key] ?? '').every((name) => (other[key] ?? '').includes(`{${name}`))
      )
      assert.deepEqual(different, [])
    })
  }
})
