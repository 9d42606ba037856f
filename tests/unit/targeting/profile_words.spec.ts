import { readFileSync } from 'node:fs'
import { IntlMessageFormat } from 'intl-messageformat'
import { test } from '@japa/runner'
import { profileWords } from '#app/targeting/profile_words'
import { builtinRegistry } from '#core/indicators/registry'
import type { FactCondition, ProfileDocument } from '#core/profiles/document'

const natureIs = (id: string, value: string, points = 0): FactCondition => ({
  id,
  kind: 'fact',
  fact: 'consignment.nature',
  operator: 'is',
  value,
  points,
})

/** The whole text as a page shows it: pieces with a space between. */
function read(document: ProfileDocument, locale: string): string {
  const texts = Object.fromEntries(
    ['targeting', 'authoring'].flatMap((room) =>
      Object.entries(
        JSON.parse(readFileSync(`resources/lang/${locale}/${room}.json`, 'utf8')) as Record<string, string>
      ).map(([key, text]) => [`${room}.${key}`, text])
    )
  )
  const translate = (key: string, params: Record<string, string | number> = {}) =>
    String(new IntlMessageFormat(texts[key]!, `${locale}-u-nu-latn`).format(params))
  return profileWords(document, builtinRegistry, translate)
    .map(({ sentence }) => translate(sentence.key, sentence.params))
    .join(' ')
}

const document: ProfileDocument = {
  threat: 'NAR',
  all: [natureIs('a', 'import'), natureIs('b', 'transit')],
  any: [natureIs('c', 'export'), natureIs('d', 'import'), natureIs('e', 'transit')],
  adds: [natureIs('f', 'import', 15), natureIs('g', 'export', -10)],
}

test.group('A profile in words', () => {
  test('reads as sentences', ({ assert }) => {
    const nature = 'nature of the cargo'
    assert.equal(
      read(document, 'en'),
      `Pick consignments where all of these hold: ${nature} is import and ${nature} is transit, ` +
        `and at least one of these: ${nature} is export, ${nature} is import and ${nature} is transit. ` +
        `Add points for: ${nature} is import (+15). Take points off for: ${nature} is export (-10).`
    )
    assert.equal(read({ threat: 'NAR', all: [], any: [], adds: [] }, 'en'), 'Weigh every consignment.')
  })

  test('says every condition and its points in every language', ({ assert }) => {
    const words = { en: 'import', fr: 'import', es: 'import', ar: 'استيراد' }
    for (const [locale, word] of Object.entries(words)) {
      const text = read(document, locale)
      assert.equal(text.split(word).length - 1, 3, text)
      assert.match(text, /\+15/)
      assert.notMatch(text, / [,.،]/)
    }
  })
})
