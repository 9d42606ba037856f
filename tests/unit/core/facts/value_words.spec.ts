import { test } from '@japa/runner'
import { valueParam } from '#core/facts/value_words'

const shown = (value: unknown) => `as filed: ${String(value)}`

test.group('Values of facts in sentences', () => {
  test('closed values go as keys of their texts', ({ assert }) => {
    assert.deepEqual(valueParam('wanted', 'consignment.nature', 'transit', shown), {
      wantedKeys: 'targeting.value_transit',
    })
    assert.deepEqual(valueParam('wanted', 'equipment.groups', ['dry', 'reefer'], shown), {
      wantedKeys: 'targeting.value_dry targeting.value_reefer',
    })
    assert.deepEqual(valueParam('actual', 'consignment.containerised', true, shown), {
      actualKeys: 'targeting.value_true',
    })
  })

  test('what is not one of them, and what a fact leaves open, is shown as filed', ({ assert }) => {
    assert.deepEqual(valueParam('wanted', 'consignment.nature', ['transit', 'walking'], shown), {
      wanted: 'as filed: transit,walking',
    })
    assert.deepEqual(valueParam('actual', 'goods.description', 'transit', shown), { actual: 'as filed: transit' })
    assert.deepEqual(valueParam('actual', 'equipment.groups', [], shown), { actual: 'as filed: ' })
    assert.deepEqual(valueParam('actual', 'consignment.packages', 12, shown), { actual: 12 })
  })
})
