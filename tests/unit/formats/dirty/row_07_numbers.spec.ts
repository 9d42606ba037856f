import { test } from '@japa/runner'
import { goods } from './dirty.js'

const weighing = (filed: string) => goods('GID+1', `MEA+AAX+G+KGM:${filed}`)

test.group('Row 7 | numbers', () => {
  test('two decimal points, or a comma that could be either, are no number', async ({ assert }) => {
    for (const filed of ['30723.31.01', '12,500', '1O00']) {
      const { item, codes } = await weighing(filed)
      assert.isNull(item?.grossWeightKg ?? null)
      assert.deepEqual(codes, ['SYN-NUMBER'])
    }
  })

  test('thousands separators and decimal commas that allow one reading are read, and told', async ({ assert }) => {
    for (const [filed, meant] of [
      ['1,234,567.5', 1_234_567.5],
      ['1.234.567,5', 1_234_567.5],
      ['1000,5', 1000.5],
    ] as const) {
      const { item, codes } = await weighing(filed)
      assert.equal(item?.grossWeightKg, meant)
      assert.deepEqual(codes, ['SYN-NUMBER'])
    }
  })

  test('plain ones are plain', async ({ assert }) => {
    for (const [filed, meant] of [
      ['1000', 1000],
      ['1000.50', 1000.5],
      ['.5', 0.5],
    ] as const) {
      const { item, codes } = await weighing(filed)
      assert.equal(item?.grossWeightKg, meant)
      assert.deepEqual(codes, [])
    }
  })
})
