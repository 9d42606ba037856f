import { test } from '@japa/runner'
import { goods, parties } from './dirty.js'

test.group('Row 16 | personal data where none belongs', () => {
  test('an e-mail, a telephone number, a passport in address and description', async ({ assert }) => {
    for (const [name, what] of [
      ['EXAMPLE SA DESK@EXAMPLE.COM', 'email'],
      ['EXAMPLE SA TEL 1 876 555 0100', 'phone'],
      ['JANE EXAMPLE PASSPORT NO A1234567', 'identity_document'],
    ] as const) {
      const { codes, messages, consignment } = await parties(`NAD+CN+++${name}+1 QUAY ST+KINGSTON`)
      assert.deepEqual(codes, ['SEM-PII'])
      assert.equal(consignment.parties[0]?.name, name)
      const told = messages[0]?.report?.consignments[0]?.problems[0] ?? messages[0]?.problems[0]
      assert.deepEqual(told?.params, { what, count: 1 })
    }
    const text = await goods('GID+1', 'FTX+AAA+++PERSONAL EFFECTS PASAPORTE X1234567')
    assert.include(text.codes, 'SEM-PII')
  })

  test('is told once a message, however often it stands there', async ({ assert }) => {
    const party = 'NAD+N1+++EXAMPLE SA TEL 876 555 0100'
    const { codes } = await parties(party, party, party)
    assert.deepEqual(codes, ['SEM-PII'])
  })

  test('a contact in its own segment, an address with numbers, and words that resemble them', async ({ assert }) => {
    const { codes, consignment } = await parties('NAD+CN+++HOTEL 1234567 PHONE BOOTH LTD', 'COM+8765550100:TE')
    assert.deepEqual(codes, [])
    assert.deepEqual(consignment.parties[0]?.contacts, [{ type: 'phone', value: '8765550100' }])
    assert.deepEqual((await goods('GID+1', 'FTX+AAA+++PASSPORT COVERS 1000 PCS')).codes, [])
  })
})
