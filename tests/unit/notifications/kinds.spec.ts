import { readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import { KIND_CODES } from '#app/notifications/kinds'
import { kindIcon } from '../../../resources/components/notifications/kind_icons.js'

const LANGUAGES = ['en', 'fr', 'es', 'ar']
const textsIn = (language: string): Record<string, string> =>
  JSON.parse(readFileSync(new URL(`../../../resources/lang/${language}/notifications.json`, import.meta.url), 'utf8'))

test.group('Kinds of notification', () => {
  test('each has its name, its line, its mail in every language, and an icon', ({ assert }) => {
    for (const language of LANGUAGES) {
      const texts = textsIn(language)
      for (const kind of KIND_CODES)
        for (const part of ['kind', 'row', 'mail'])
          assert.isString(texts[`${part}_${kind}`], `${language}: ${part}_${kind}`)
    }
    for (const kind of KIND_CODES) assert.notEqual(kindIcon(kind), kindIcon('no such kind'), kind)
  })
})
