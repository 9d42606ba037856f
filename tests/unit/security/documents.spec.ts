import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { test } from '@japa/runner'
import prettier from 'prettier'
import { THREATS } from '../../security/threats.js'

const [OPEN, CLOSE] = ['<!-- threats -->', '<!-- /threats -->']
const PAGE = 'docs/security.md'
const CHECKLIST = 'docs/security_checklist.md'

const cell = (text: string) => text.replaceAll('|', '\\|')

const table = () =>
  [
    '| Id | Threat | Tested by |',
    '| --- | --- | --- |',
    ...THREATS.map(({ id, threat, tests, notYet }) => {
      const files = [...new Set(tests.map(([file]) => `\`${file}\``))]
      const missing = notYet ? [`not yet: ${notYet}`] : []
      return `| ${id} | ${cell(threat)} | ${cell([...files, ...missing].join(', '))} |`
    }),
  ].join('\n')

const pathsIn = (text: string) =>
  [...text.matchAll(/`((?:tests|app|config|docs|bin|database|start|resources)\/[^`]+)`/g)].map(([, path]) => path!)

test.group('Documents of security', () => {
  test('every threat of the design has a row: tests, or what does not exist yet', ({ assert }) => {
    assert.deepEqual(
      THREATS.map(({ id }) => id),
      Array.from({ length: 88 }, (_, index) => `T${String(index + 1).padStart(2, '0')}`)
    )
    const empty = THREATS.filter(({ tests, notYet }) => tests.length === 0 && (notYet ?? '').length < 5)
    assert.deepEqual(empty, [])
  })

  test('every test that is named stands where it is said to', ({ assert }) => {
    const wrong: string[] = []
    for (const { id, tests } of THREATS)
      for (const [file, title] of tests) {
        if (!existsSync(file)) wrong.push(`${id}: ${file} is not there`)
        // The group and the title are joined by the reporter; here each part is looked for by itself.
        else if (!readFileSync(file, 'utf8').replaceAll("\\'", "'").includes(title.split(' / ').at(-1)!))
          wrong.push(`${id}: ${file} lacks "${title}"`)
      }
    assert.deepEqual(wrong, [])
  })

  test('the page holds the table', async ({ assert }) => {
    const page = readFileSync(PAGE, 'utf8')
    const before = page.slice(0, page.indexOf(OPEN) + OPEN.length)
    const after = page.slice(page.indexOf(CLOSE))
    const config = await prettier.resolveConfig(PAGE)
    const wanted = await prettier.format(`${before}\n\n${table()}\n\n${after}`, { ...config, parser: 'markdown' })
    if (process.env.LANDFALL_WRITE) writeFileSync(PAGE, wanted)
    assert.equal(readFileSync(PAGE, 'utf8'), wanted, 'write it with LANDFALL_WRITE=1')
  })

  test('paths that page and checklist name exist', ({ assert }) => {
    for (const document of [PAGE, CHECKLIST]) {
      const paths = pathsIn(readFileSync(document, 'utf8'))
      assert.isAbove(paths.length, 20, document)
      assert.deepEqual(
        paths.filter((path) => !existsSync(path)),
        [],
        document
      )
    }
  })

  test('every requirement of the checklist has a test, a configuration or a reason', ({ assert }) => {
    const rows = readFileSync(CHECKLIST, 'utf8')
      .split('\n')
      .flatMap((line) => {
        const [, id, , state, where] = line.split(' | ').length > 1 ? line.split('|').map((part) => part.trim()) : []
        return id && /^A\d+\.\d$/.test(id) ? [{ id, state, where: where ?? '' }] : []
      })
    const expected =
      'A1.1 A1.2 A1.3 A2.1 A2.2 A3.1 A3.2 A3.3 A4.1 A5.1 A5.2 A6.1 A6.2 A6.3 A7.1 A7.2 A8.1 A9.1 A10.1 A11.1 A12.1 A13.1 A14.1 A15.1 A16.1'
    assert.deepEqual(
      rows.map(({ id }) => id),
      expected.split(' ')
    )
    for (const { id, state, where } of rows) {
      assert.include(['met', 'partly', 'not applicable'], state ?? '', id)
      if (state === 'not applicable') assert.isAbove(where.length, 40, id)
      else assert.isNotEmpty(pathsIn(where), id)
    }
  })
})
