import { readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import { problem, PROBLEM_CODES } from '#core/kernel/problem_codes'

const LOCALES = ['en', 'fr', 'es', 'ar']
const textsOf = (locale: string): Record<string, string> =>
  JSON.parse(readFileSync(new URL(`../../../../resources/lang/${locale}/problems.json`, import.meta.url), 'utf8'))

const argumentsOf = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)\s*[,}]/g)].map(([, name]) => name ?? ''))].sort()

test.group('Problem codes', () => {
  test('every code has a sentence in {$self}')
    .with(LOCALES)
    .run(({ assert }, locale) => {
      assert.deepEqual(Object.keys(textsOf(locale)).sort(), Object.keys(PROBLEM_CODES).sort())
    })

  test('sentences of one code use the same values in every language', ({ assert }) => {
    const english = textsOf('en')
    const known = new Set([
      'value',
      'declared',
      'counted',
      'expected',
      'segment',
      'count',
      'missing',
      'bytes',
      'tag',
      'charset',
      'used',
      'looksLike',
      'what',
      'header',
      'consignment',
      'role',
      'items',
    ])
    for (const locale of LOCALES) {
      for (const [code, text] of Object.entries(textsOf(locale))) {
        const used = argumentsOf(text).filter((name) => known.has(name))
        assert.deepEqual(
          used,
          argumentsOf(english[code] ?? '').filter((name) => known.has(name)),
          `${locale} ${code}`
        )
      }
    }
  })

  test('a problem takes the usual severity unless told otherwise', ({ assert }) => {
    assert.deepEqual(problem('SYN-COUNT'), { code: 'SYN-COUNT', severity: 'warning' })
    assert.deepEqual(problem('SYN-CHARSET', { severity: 'info', consignment: 0 }), {
      code: 'SYN-CHARSET',
      severity: 'info',
      consignment: 0,
    })
  })
})
