import { test } from '@japa/runner'
import { GOODS, report, told } from './dirty.js'

const natures = async (header: string, own: readonly string[]) => {
  const { consignment, codes } = await told(report(own, GOODS, [header]))
  return { nature: consignment.nature, codes }
}

test.group('Row 28 | two natures', () => {
  test('the consignment wins over the header, and it is told', async ({ assert }) => {
    assert.deepEqual(await natures('GIS+23', ['GIS+24']), { nature: 'transit', codes: ['SEM-NATURE-CONFLICT'] })
    assert.deepEqual(await natures('GEI+5+23', ['GEI+5+28']), {
      nature: 'transhipment',
      codes: ['SEM-NATURE-CONFLICT'],
    })
  })

  test('the same twice, or only in the header, is no conflict', async ({ assert }) => {
    assert.deepEqual(await natures('GIS+23', ['GIS+23']), { nature: 'import', codes: [] })
    assert.deepEqual(await natures('GIS+23', []), { nature: 'import', codes: [] })
  })
})
