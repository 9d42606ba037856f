import { readFileSync, writeFileSync } from 'node:fs'
import { test } from '@japa/runner'
import prettier from 'prettier'
import { ROLE_TEMPLATES } from '#platform/access/role_templates'
import { LIMITS } from '../../security/limits.js'

const PAGE = 'docs/limits.md'

/** The value of a constant or a member as it stands in the source: a number, a product of numbers, or `128kb`. */
function valueIn(source: string, name: string): string | null {
  const plain = new RegExp(`\\b${name}(?: =|:) ([\\d_ *]+)[,;\\n]`).exec(source)
  if (plain) {
    const product = plain[1]!.split('*').reduce((all, part) => all * Number(part.replaceAll('_', '')), 1)
    return product.toLocaleString('en')
  }
  return new RegExp(`\\b${name}: \\{[^}]*?limit: '(\\w+)'`).exec(source)?.[1] ?? null
}

const lines = () =>
  LIMITS.map(({ of, what, unit, file, name }) => {
    const value = valueIn(readFileSync(file, 'utf8'), name)
    return `| ${of} | ${what} | ${value ?? '?'}${unit && ` ${unit}`} | \`${file}\` |`
  })

const sessions = () =>
  ROLE_TEMPLATES.map(
    ({ code, session: { idleMinutes, absoluteMinutes } }) => `| ${code} | ${idleMinutes} | ${absoluteMinutes} |`
  )

const page = () =>
  [
    '# Limits',
    'Written from the code by `tests/unit/security/limits.spec.ts` (`LANDFALL_WRITE=1`); the suite fails where they differ. What is beyond a limit is refused with the limit in the answer, and nothing is cut without a word.',
    ['| Of | What | Limit | Decided in |', '| --- | --- | --- | --- |', ...lines()].join('\n'),
    'Sessions end after minutes without a request, and after minutes since signing in. An administration may shorten both for a role, not lengthen them:',
    ['| Role | Idle | Absolute |', '| --- | --- | --- |', ...sessions()].join('\n'),
    'Failures to sign in are counted by account and address, by address and over all (`app/platform/access/sign_in_throttle.ts`).',
  ].join('\n\n')

test.group('Limits', () => {
  test('the document says what the code does', async ({ assert }) => {
    const config = await prettier.resolveConfig(PAGE)
    const wanted = await prettier.format(page(), { ...config, parser: 'markdown' })
    assert.notInclude(wanted, '?', 'a constant that is not there any more')
    if (process.env.LANDFALL_WRITE) writeFileSync(PAGE, wanted)
    assert.equal(readFileSync(PAGE, 'utf8'), wanted, 'write it with LANDFALL_WRITE=1')
  })

  test('a limit that changed is noticed', ({ assert }) => {
    assert.equal(valueIn('export const MAX_BYTES = 2 * 1_024\n', 'MAX_BYTES'), '2,048')
    assert.equal(valueIn(`form: {\n  trim: false,\n  limit: '64kb',\n}`, 'form'), '64kb')
    assert.isNull(valueIn('const OTHER = 1\n', 'MAX_BYTES'))
  })
})
