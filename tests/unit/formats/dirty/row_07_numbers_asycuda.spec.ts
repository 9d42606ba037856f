import { test } from '@japa/runner'
import { newCodes, plain } from './dirty_asycuda.js'

const mass = async (text: string) => {
  const result = await plain('<Gross_mass>1000.5<', `<Gross_mass>${text}<`)
  return [result.first.consignment.items[0]?.grossWeightKg, ...newCodes(result).filter((code) => code === 'SYN-NUMBER')]
}

test.group('Row 7 | numbers of manifests', () => {
  test('two decimal points, or a comma that could be either, are no number', async ({ assert }) => {
    for (const text of ['30723.31.01', '12,500', 'ABOUT 1000']) assert.deepEqual(await mass(text), [null, 'SYN-NUMBER'])
  })

  test('separators that allow one reading are read, and told', async ({ assert }) => {
    assert.deepEqual(await mass('1,000.50'), [1000.5, 'SYN-NUMBER'])
    assert.deepEqual(await mass('1000,5'), [1000.5, 'SYN-NUMBER'])
  })

  test('totals as decimals are plain', async ({ assert }) => {
    assert.deepEqual(await mass('1000.500'), [1000.5])
    const result = await plain('<Total_number_of_packages>60<', '<Total_number_of_packages>60.0<')
    assert.deepEqual([result.report.declaredTotals.packages, newCodes(result)], [60, []])
  })
})
