import { test } from '@japa/runner'
import { header } from './dirty.js'

const sealed = async (filed: string) => {
  const { report, codes } = await header('EQD+CN+MSKU1234565+22G1', `SEL+${filed}+CA`)
  return { seals: [...(report.equipment[0]?.seals ?? [])], codes }
}

test.group('Row 13 | seals', () => {
  test('words and zeros for none are told and no seals', async ({ assert }) => {
    for (const filed of ['NA', 'N/A', '0', '00000', 'SIN SELLO'])
      assert.deepEqual(await sealed(filed), { seals: [], codes: ['REF-SEAL'] })
  })

  test('prefixes of makers go, several in one field are parted', async ({ assert }) => {
    assert.deepEqual((await sealed('ML-EX12345')).seals, ['EX12345'])
    assert.deepEqual((await sealed('EX12345,EX12346')).seals, ['EX12345', 'EX12346'])
    assert.deepEqual((await sealed('EX12345/EX12346')).seals, ['EX12345', 'EX12346'])
  })

  test('a number that begins like a prefix, or has a short part behind a stroke, is one seal', async ({ assert }) => {
    assert.deepEqual(await sealed('MLX12345'), { seals: ['MLX12345'], codes: [] })
    assert.deepEqual(await sealed('EX12345/2'), { seals: ['EX12345/2'], codes: [] })
    assert.deepEqual(await sealed('NA12345'), { seals: ['NA12345'], codes: [] })
  })
})
