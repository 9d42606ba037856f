import { test } from '@japa/runner'
import { computed, nextTick, ref } from 'vue'
import { useTicks } from '../../../../resources/composables/use_ticks.js'

const row = (alert: string) => ({ alert })

test.group('Ticked rows', () => {
  test('one by one, back, and a range from the one ticked last, in either direction', ({ assert }) => {
    const rows = ['a', 'b', 'c', 'd', 'e'].map(row)
    const { ticked, tickedRows, toggle, tickOnly } = useTicks(computed(() => rows))
    const now = () => [...ticked.value].sort().join('')
    toggle(rows[1]!)
    toggle(rows[3]!, true)
    assert.equal(now(), 'bcd')
    toggle(rows[2]!)
    assert.equal(now(), 'bd')
    toggle(rows[0]!, true)
    assert.equal(now(), 'abcd')
    assert.deepEqual(
      tickedRows.value.map(({ alert }) => alert),
      ['a', 'b', 'c', 'd']
    )
    tickOnly([])
    assert.equal(now(), '')
  })

  test('a range without a beginning is one row; what left the list is ticked no longer', async ({ assert }) => {
    const all = ref(['a', 'b', 'c'].map(row))
    const { ticked, toggle } = useTicks(computed(() => all.value))
    toggle(all.value[2]!, true)
    toggle(all.value[0]!)
    all.value = all.value.slice(1)
    await nextTick()
    assert.deepEqual([...ticked.value], ['c'])
  })
})
