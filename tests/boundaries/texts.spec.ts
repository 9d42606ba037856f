import { test } from '@japa/runner'
import { CORE_LOCALES, checkLocales } from './checks/locales.js'
import { lookedAtNothing, type Reading } from './checks/reading.js'
import { checkUsedTexts } from './checks/used_texts.js'
import { scratchTree } from './planted/scratch.js'
import { ROOT } from './root.js'

const SOUND = {
  title: 'Arrivals',
  waiting: '{count, plural, one {# alert waits} other {# alerts wait}} at {port}',
  state: '{state, select, open {open} other {closed}}',
}

/** A tree of texts in all core languages, `sea.json`, with `changes` made to one of them. */
const core = (locale: string, changes: Record<string, string | undefined>) =>
  Object.fromEntries(
    CORE_LOCALES.map((each) => [
      `resources/lang/${each}/sea.json`,
      JSON.stringify(each === locale ? { ...SOUND, ...changes } : SOUND),
    ])
  )

const PLANTED = [
  {
    wrong: 'a missing key',
    files: core('fr', { title: undefined }),
    fault: 'resources/lang/fr/sea.json: title: missing',
  },
  {
    wrong: 'a key that English lacks',
    files: core('en', { title: undefined }),
    fault: 'resources/lang/en/sea.json: title: missing',
  },
  { wrong: 'an empty text', files: core('es', { title: ' ' }), fault: 'resources/lang/es/sea.json: title: empty' },
  {
    wrong: 'a renamed placeholder',
    files: core('ar', { waiting: '{count, plural, one {#} two {#} few {#} many {#} zero {#} other {#}} {puerto}' }),
    fault: 'resources/lang/ar/sea.json: waiting: placeholders [count puerto], in English [count port]',
  },
  {
    wrong: 'a translated select code',
    files: core('fr', { state: '{state, select, ouvert {ouvert} other {clos}}' }),
    fault: 'resources/lang/fr/sea.json: state: placeholders [state{other,ouvert}], in English [state{open,other}]',
  },
  {
    wrong: 'a text that is not ICU',
    files: core('es', { title: 'Llegadas {' }),
    fault: 'resources/lang/es/sea.json: title: not ICU: EXPECT_ARGUMENT_CLOSING_BRACE',
  },
  {
    wrong: 'a plugin language that lacks a key',
    files: {
      ...core('en', {}),
      'plugins/georgia/locales/en.json': '{ "a": "A", "b": "B" }',
      'plugins/georgia/locales/ka.json': '{ "a": "ა" }',
    },
    fault: 'plugins/georgia/locales/ka.json: b: missing',
  },
  {
    wrong: 'a plugin without English',
    files: { ...core('en', {}), 'plugins/georgia/locales/ka.json': '{ "a": "ა" }' },
    fault: 'plugins/georgia/locales/en.json: missing',
  },
]

const counted = ({ lookedAt }: Reading) =>
  Object.entries(lookedAt)
    .map(([what, count]) => `${count} ${what}`)
    .join(', ')

test.group('Boundaries | texts', () => {
  for (const { wrong, files, fault } of PLANTED) {
    test(`${wrong} is caught`, async ({ assert, cleanup }) => {
      const tree = await scratchTree(files)
      cleanup(tree.remove)
      assert.include(checkLocales(tree.root).faults, fault)
    })
  }

  test('sound texts pass, with plural forms of their own', async ({ assert, cleanup }) => {
    const arabic = '{count, plural, zero {لا} one {#} two {#} few {#} many {#} other {#}} {port}'
    const tree = await scratchTree(core('ar', { waiting: arabic }))
    cleanup(tree.remove)
    assert.deepEqual(checkLocales(tree.root), { lookedAt: { files: 4, keys: 12 }, faults: [] })
  })

  test('a key that no language has is caught where it is used', async ({ assert, cleanup }) => {
    const tree = await scratchTree({
      ...core('en', {}),
      'resources/pages/a.vue': `<template>{{ t('sea.title') }} {{ t('sea.gone', { a: 1 }) }}</template>`,
    })
    cleanup(tree.remove)
    assert.deepEqual(checkUsedTexts(tree.root).faults, ['resources/pages/a.vue: sea.gone: no English text'])
  })

  test('the repository is complete in every language', ({ assert }) => {
    const reading = checkLocales(ROOT)
    console.log(`languages: ${counted(reading)} looked at, ${PLANTED.length} planted faults`)
    assert.isFalse(lookedAtNothing(reading))
    assert.deepEqual(reading.faults, [])
  })

  test('the repository asks for no text that it lacks', ({ assert }) => {
    const reading = checkUsedTexts(ROOT)
    console.log(`texts in use: ${counted(reading)} looked at`)
    assert.isFalse(lookedAtNothing(reading))
    assert.deepEqual(reading.faults, [])
  })
})
