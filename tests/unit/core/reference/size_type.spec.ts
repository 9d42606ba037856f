import { test } from '@japa/runner'
import { describeSizeType, repairSizeType } from '#core/reference/size_type'

test.group('Size-type repair', () => {
  test('{filed} reads as {code}')
    .with([
      { filed: '45R1', code: '45R1' },
      { filed: '22T6', code: '22T6' },
      { filed: 'LEG1', code: 'LEG1' },
      { filed: '45GP', code: '45G1' },
      { filed: '22RT', code: '22R1' },
      { filed: '42PL', code: '42P0' },
      { filed: '42G4', code: '42G1' },
      { filed: 'L5G4', code: 'L5G1' },
      { filed: '45R8', code: '45R1' },
      { filed: '4400', code: '45G0' },
      { filed: '2210', code: '22G1' },
      { filed: '4532', code: '45R1' },
      { filed: '4261', code: '42P1' },
      { filed: '2270', code: '22T0' },
      { filed: '9500', code: 'L5G0' },
      { filed: '4960', code: '49P0' },
    ])
    .run(({ assert }, { filed, code }) => assert.equal(repairSizeType(filed), code))

  test('leaves {$self} in doubt')
    .with(['XXXX', '', '7', '45', '45X1', '5200', '4800', '45G', '45G11', '47G1'])
    .run(({ assert }, filed) => assert.isNull(repairSizeType(filed)))

  test('repair is idempotent', ({ assert }) => {
    for (const filed of ['45GP', '42G4', '4400', '2261', '22BK', 'L2G4']) {
      const code = repairSizeType(filed)
      assert.isNotNull(code)
      assert.equal(repairSizeType(code ?? ''), code)
    }
  })

  test('tells group and length', ({ assert }) => {
    assert.deepEqual(describeSizeType('45R1'), { group: 'reefer', lengthFt: 40 })
    assert.deepEqual(describeSizeType('L5G1'), { group: 'dry', lengthFt: 45 })
    assert.deepEqual(describeSizeType('22T6'), { group: 'tank', lengthFt: 20 })
    assert.isNull(describeSizeType('45X1'))
  })
})
