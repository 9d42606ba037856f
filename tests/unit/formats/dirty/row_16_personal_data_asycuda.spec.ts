import { test } from '@japa/runner'
import { awmds, bol } from '../../core/formats/asycuda/asycuda_texts.js'
import { newCodes, plain, told } from './dirty_asycuda.js'

const PERSON = '<Consignee_address>PASSPORT NO: XX0000001, EXAMPLETON<'

test.group('Row 16 | personal data in manifests', () => {
  test('a passport in an address, an e-mail in a description', async ({ assert }) => {
    const address = await plain('<Consignee_address>2 INVENTED LANE<', PERSON)
    assert.deepEqual(newCodes(address), ['SEM-PII'])
    assert.equal(address.of('SEM-PII')[0]?.params?.what, 'identity_document')
    const goods = await plain('USED TYRES', 'EFFECTS OF DESK@EXAMPLE.COM')
    assert.deepEqual(newCodes(goods), ['SEM-PII'])
  })

  test('is told once a manifest, however often it stands there', async ({ assert }) => {
    const bills = Array.from({ length: 3 }, (_, at) => bol(`BL000${at}`)).join('')
    const { of } = await told(awmds(bills.replaceAll('<Consignee_address>2 INVENTED LANE<', PERSON)))
    assert.lengthOf(of('SEM-PII'), 1)
    assert.isAtLeast(Number(of('SEM-PII')[0]?.params?.count), 3)
  })

  test('words that resemble it', async ({ assert }) => {
    assert.deepEqual(newCodes(await plain('USED TYRES', 'PASSPORT COVERS 1000 PCS')), [])
  })
})
