import { setTimeout as sleep } from 'node:timers/promises'
import { test } from '@japa/runner'

interface Speaker {
  say(words: string): void
  leave(): void
}
// @ts-expect-error A script without types.
const { openFloor } = (await import('../../../bin/lib/floor.mjs')) as {
  openFloor: (write: (words: string) => void) => { enter(): Speaker; close(): void }
}
// @ts-expect-error A script without types.
const { inLanes } = (await import('../../../bin/lib/lanes.mjs')) as {
  inLanes: <T, R>(lanes: number, items: readonly T[], work: (item: T) => Promise<R>) => Promise<R[]>
}

test.group('Two suites at a time', () => {
  test('what they say is not mixed, and the first is heard at once', ({ assert }) => {
    let heard = ''
    const floor = openFloor((words) => (heard += words))
    const [first, second, third] = [floor.enter(), floor.enter(), floor.enter()]
    first.say('a')
    second.say('x')
    third.say('m')
    assert.equal(heard, 'a')
    second.say('y')
    second.leave()
    first.say('b')
    assert.equal(heard, 'ab')
    first.leave()
    assert.equal(heard, 'abxym', 'the second had ended, the third goes on')
    third.say('n')
    assert.equal(heard, 'abxymn')
  })

  test('an early end lets nothing unheard', ({ assert }) => {
    let heard = ''
    const floor = openFloor((words) => (heard += words))
    const [first, second] = [floor.enter(), floor.enter()]
    second.say('x')
    first.say('a')
    floor.close()
    assert.equal(heard, 'ax')
  })

  test('as many run as there are lanes, results keep their order, a failure is one of the whole', async ({
    assert,
  }) => {
    let [running, most] = [0, 0]
    const results = await inLanes(2, [30, 5, 5, 5], async (milliseconds) => {
      most = Math.max(most, ++running)
      await sleep(milliseconds)
      running--
      return milliseconds
    })
    assert.deepEqual(results, [30, 5, 5, 5])
    assert.equal(most, 2)
    await assert.rejects(() => inLanes(2, [1, 2], () => Promise.reject(new Error('broken'))), 'broken')
  })
})
