import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { test } from '@japa/runner'

const module = join(import.meta.dirname, '../../../bin/lib/threats.mjs')
const FILE = 'tests/a.spec.ts'

function judge(threats: unknown, ran: unknown): { id: string; state: string }[] {
  const program = `import { judgeThreats } from '${module}'; console.log(JSON.stringify(judgeThreats(...${JSON.stringify([threats, ran])})))`
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' })
  return JSON.parse(stdout) as { id: string; state: string }[]
}

test.group('Summary of the threats', () => {
  test('a row passes when each of its tests ran and none failed', ({ assert }) => {
    const ran = [
      { file: FILE, group: 'T98 walls', title: 'first', passed: true },
      { file: FILE, group: 'T98 walls', title: 'second', passed: true },
      { file: FILE, group: 'T99 doors', title: 'third', passed: false },
    ]
    const rows = [
      { id: 'T98', tests: [[FILE, 'T98 walls']] },
      { id: 'T99', tests: [[FILE, 'T99 doors']] },
      { id: 'T97', tests: [[FILE, 'never ran']] },
      {
        id: 'T96',
        tests: [
          [FILE, 'first'],
          ['tests/other.spec.ts', ''],
        ],
      },
      { id: 'T95', tests: [], notYet: 'photos' },
      { id: 'T94', tests: [] },
    ]
    assert.deepEqual(
      judge(rows, ran).map(({ state }) => state),
      ['passed', 'failed', 'missing', 'missing', 'not yet', 'missing']
    )
  })
})
