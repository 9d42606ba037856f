import { test } from '@japa/runner'
import { goods, header, parties } from './dirty.js'

test.group('Row 4 | separators without a release character', () => {
  test('plus signs and apostrophes in names', async ({ assert }) => {
    const plus = await parties('NAD+CZ+++EXAMPLE + SONS+1 QUAY ST+SHANGHAI++00001+CN')
    assert.equal(plus.consignment.parties[0]?.name, 'EXAMPLE + SONS')
    assert.equal(plus.consignment.parties[0]?.country, 'CN')
    const quote = await parties("NAD+CN+++L'EXEMPLE SA")
    assert.equal(quote.consignment.parties[0]?.name, "L'EXEMPLE SA")
    for (const { codes } of [plus, quote]) assert.deepEqual(codes, ['SYN-UNESCAPED'])
  })

  test('plus signs in descriptions and before degrees', async ({ assert }) => {
    const text = await goods('GID+1', 'FTX+AAA+++NUTS + BOLTS + SCREWS')
    assert.equal(text.item?.description, 'NUTS + BOLTS + SCREWS')
    const warm = await header('EQD+CN+MSKU1234565+45R1', 'TMP+2++5:CEL')
    assert.equal(warm.report.equipment[0]?.temperatureC, 5)
    for (const { codes } of [text, warm]) assert.include(codes, 'SYN-UNESCAPED')
  })

  test('released ones, elements of a whole address and a language code are what they are', async ({ assert }) => {
    const name = await parties('NAD+CZ+++EXAMPLE ?+ SONS+1 QUAY ST+SHANGHAI++00001+CN')
    assert.equal(name.consignment.parties[0]?.name, 'EXAMPLE + SONS')
    const text = await goods('GID+1', 'FTX+AAA+++TUERCAS+ES')
    assert.equal(text.item?.description, 'TUERCAS')
    for (const { codes } of [name, text]) assert.deepEqual(codes, [])
  })
})
