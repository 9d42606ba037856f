import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ace from '@adonisjs/core/services/ace'
import { test } from '@japa/runner'

const HEAD = "UNB+UNOA:2+LINE+CUSTOMS+261101:1200+1'UNH+1+CUSCAR:D:96B:UN'BGM+785+M1+9'"
const TAIL = "UNT+3+1'UNZ+1+1'"
const FILES: readonly (readonly [string, string])[] = [
  ['a.edi', `${HEAD}${TAIL}`],
  ['deeper/b.edi', `${HEAD.replace('+9', '+1')}${TAIL}`],
  ['deeper/c.txt', 'no manifest at all'],
]

/** Runs the command and hands back what it printed and how it ended. */
async function inspect(...args: readonly string[]) {
  const command = await ace.exec('intake:inspect', [...args])
  const lines = command.logger.getLogs().map(({ message }) => message)
  command.logger.flushLogs()
  return { code: command.exitCode ?? 0, lines, text: lines.join('\n') }
}

test.group('intake:inspect', (group) => {
  let folder = ''
  group.each.setup(() => {
    ace.ui.switchMode('raw')
    folder = mkdtempSync(join(tmpdir(), 'landfall-inspect-'))
    mkdirSync(join(folder, 'deeper'))
    for (const [name, text] of FILES) writeFileSync(join(folder, name), text)
    return () => {
      ace.ui.switchMode('normal')
      rmSync(folder, { recursive: true })
    }
  })

  test('a line a file, folders opened, in order', async ({ assert }) => {
    const { code, lines } = await inspect(folder)
    assert.equal(code, 0)
    assert.deepEqual(
      lines.map((line) => line.split('  ').slice(0, 2)),
      [
        [join(folder, 'a.edi'), 'EDIFACT'],
        [join(folder, 'deeper/b.edi'), 'EDIFACT'],
        [join(folder, 'deeper/c.txt'), 'not understood'],
      ]
    )
  })

  test('--json is one array, also of nothing', async ({ assert }) => {
    const files = JSON.parse((await inspect(folder, '--json')).text)
    assert.deepEqual(
      files.map(({ types }: { types: readonly string[] }) => types),
      [['CUSCAR'], ['CUSCAR'], []]
    )
    rmSync(join(folder, 'a.edi'))
    rmSync(join(folder, 'deeper'), { recursive: true })
    assert.deepEqual(JSON.parse((await inspect(folder, '--json')).text), [])
  })

  test('--summary totals by type, function and problem, with an example and the speed', async ({ assert }) => {
    const { code, text } = await inspect(folder, '--summary')
    assert.equal(code, 0)
    for (const line of [' 3  files', ' 2  CUSCAR', ' 1  original', ' 1  cancel', '  files a second'])
      assert.include(text, line)
    assert.include(text, `1  SYN-NOT-UNDERSTOOD (fatal) in 1 file, as ${join(folder, 'deeper/c.txt')}`)
    const summary = JSON.parse((await inspect(folder, '--summary', '--json')).text)
    assert.deepInclude(summary, { files: 3, messages: 2, types: { CUSCAR: 2 }, functions: { cancel: 1, original: 1 } })
    assert.isAbove(summary.filesPerSecond, 0)
  })

  test('a path that is not there fails the command, and the others are read', async ({ assert }) => {
    const gone = join(folder, 'gone.edi')
    const { code, text } = await inspect(gone, folder, '--summary')
    assert.equal(code, 1)
    assert.include(text, gone)
    assert.include(text, ' 3  files')
  })

  test('what is no readable file is said in its place, counted, and ends nothing', async ({ assert }) => {
    symlinkSync(join(folder, 'gone.edi'), join(folder, 'a1-broken-link'))
    symlinkSync(folder, join(folder, 'deeper/b1-way-back'))
    execFileSync('mkfifo', [join(folder, 'deeper/b2-pipe')])
    const { code, text } = await inspect(folder, '--summary')
    assert.equal(code, 1)
    for (const said of [
      'a1-broken-link: ENOENT',
      'b1-way-back: a link to a folder',
      'b2-pipe: neither a file nor a folder',
    ])
      assert.include(text, said)
    assert.include(text, ' 3  files')
    assert.include(text, ' 3  not readable')
  }).timeout(10_000)
})
