import { test } from '@japa/runner'
import { parseNumber } from '#core/formats/parts/number'

test.group('EDIFACT | numbers', () => {
  test('{0} with decimal mark {1} is {2}')
    .with([
      ['26295.00', null, 26295, false],
      ['-18', null, -18, false],
      ['.5', null, 0.5, false],
      ['12,50', null, 12.5, true],
      ['12,50', ',', 12.5, false],
      ['12,500', null, null, true],
      ['12,500', ',', 12.5, false],
      ['0,500', null, 0.5, true],
      ['1,234,567', null, 1_234_567, true],
      ['1,234.56', null, 1234.56, true],
      ['1.234,56', null, 1234.56, true],
      ['30723.31.01', null, null, true],
      ['1.234.567', null, 1_234_567, true],
      ['12 KG', null, null, true],
    ] as const)
    .run(({ assert }, [text, decimal, value, repaired]) => {
      assert.deepEqual(parseNumber(text, decimal), { value, repaired })
    })
})
