import { test } from '@japa/runner'
import { ESLint } from 'eslint'
import { DOORS, doorOf } from './doors.js'
import { PLANTED_LINT } from './planted/lint.js'
import { ROOT } from './root.js'
import { landfall } from './rules/main.js'

const eslint = new ESLint({ cwd: ROOT })

/** Rules that object to `code` as if it stood at `at`; a text that does not parse counts as `syntax`. */
async function objections(code: string, at: string) {
  const [result] = await eslint.lintText(code, { filePath: at })
  return result?.messages.map((message) => message.ruleId ?? 'syntax') ?? []
}

test.group('Boundaries | lint', () => {
  for (const { rule, at, wrong, right } of PLANTED_LINT) {
    test(`${rule} is caught in ${at}: ${wrong.replaceAll(/\s+/g, ' ').slice(0, 80)}`, async ({ assert }) => {
      assert.include(await objections(wrong, at), rule)
      const left = await objections(right, at)
      assert.notInclude(left, rule)
      assert.notInclude(left, 'syntax')
    })
  }

  test('every house rule has a planted violation', ({ assert }) => {
    const planted = new Set(PLANTED_LINT.map(({ rule }) => rule))
    assert.isAbove(Object.keys(landfall.rules).length, 0)
    for (const name of Object.keys(landfall.rules)) assert.isTrue(planted.has(`landfall/${name}`), name)
  })

  test('every door has a planted violation', ({ assert }) => {
    const planted = PLANTED_LINT.filter(({ rule }) => rule === 'landfall/doors').map(({ at }) => doorOf(at)?.name)
    for (const door of DOORS) assert.include(planted, door.name)
  })

  test('the repository has none', async ({ assert }) => {
    const results = await eslint.lintFiles(['.'])
    const faults = results.flatMap(({ filePath, messages }) =>
      messages.map(({ line, ruleId, message }) => `${filePath}:${line} ${ruleId} ${message}`)
    )
    console.log(`lint: ${results.length} files looked at, ${PLANTED_LINT.length} planted violations`)
    assert.isAbove(results.length, 0)
    assert.deepEqual(faults, [])
  }).timeout(120_000)
})
