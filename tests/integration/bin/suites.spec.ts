import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { test } from '@japa/runner'

const suites = join(import.meta.dirname, '../../../bin/lib/suites.mjs')

/** The verdict of the test script on what a suite reported (null: nothing) and its exit code. */
function judge(tally: { passed: number; failed: number; skipped: number } | null, code: number | null) {
  const program = `import { judge } from '${suites}'; console.log(JSON.stringify(judge(...${JSON.stringify([tally, code])})))`
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' })
  return JSON.parse(stdout) as { passed: number; failed: number; trouble: string }
}

test.group('Counting the suites', () => {
  test('takes over what a suite counted', ({ assert }) => {
    assert.deepEqual(judge({ passed: 5, failed: 0, skipped: 0 }, 0), { passed: 5, failed: 0, trouble: '' })
    assert.deepEqual(judge({ passed: 5, failed: 2, skipped: 0 }, 1), { passed: 5, failed: 2, trouble: '' })
  })

  test('counts a suite that died, found nothing, skipped or ended badly as failed')
    .with([
      [null, 1, 'reported nothing'],
      [{ passed: 0, failed: 0, skipped: 0 }, 0, 'found no test'],
      [{ passed: 5, failed: 0, skipped: 1 }, 0, 'skipped 1'],
      [{ passed: 5, failed: 0, skipped: 0 }, 1, 'ended with 1'],
      [{ passed: 5, failed: 0, skipped: 0 }, null, 'ended with a signal'],
    ] as const)
    .run(({ assert }, [tally, code, trouble]) => {
      const verdict = judge(tally, code)
      assert.equal(verdict.failed, 1)
      assert.equal(verdict.trouble, trouble)
    })
})
