import { setTimeout as sleep } from 'node:timers/promises'
import type { WriteStream } from 'node:tty'
import { test } from '@japa/runner'
import { ProgressLine } from '#app/intake/commands/progress_line'

const terminal = (isTTY: boolean) => {
  const written: string[] = []
  const stream = { isTTY, columns: 30, write: (text: string) => written.push(text) }
  return { written, stream: stream as unknown as WriteStream }
}

test.group('Progress line', () => {
  test('says on a terminal how far it is, within its width, now and then, and makes room again', async ({ assert }) => {
    const { written, stream } = terminal(true)
    const line = new ProgressLine(stream)
    line.show(1, 'a.edi')
    line.clear()
    assert.deepEqual(written, [], 'too short to be worth a line')
    await sleep(220)
    line.show(12, `folder/\u001b[31m${'b'.repeat(40)}`)
    line.show(13, 'c.edi')
    assert.lengthOf(written, 1)
    assert.match(written[0]!, /^\r\u001b\[K12 files, \d+\/s {2}folder\/\?\[31mb*$/)
    assert.isAtMost(written[0]!.length, '\r\u001b[K'.length + 29)
    line.clear()
    assert.equal(written[1], '\r\u001b[K')
  })

  test('shows nothing where nobody looks', async ({ assert }) => {
    const { written, stream } = terminal(false)
    const line = new ProgressLine(stream)
    await sleep(220)
    line.show(12, 'a.edi')
    line.clear()
    assert.deepEqual(written, [])
  })
})
