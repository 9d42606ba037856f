import { test } from '@japa/runner'
import { bytesOf, problemsOf } from '#sdk/testing'
import { GOODS, report, told } from './dirty.js'

const under = (syntax: string, name: string): string => report([`NAD+CN+++${name}`], GOODS).replace('UNOC', syntax)

test.group('Row 2 | lower case and accents under UNOA', () => {
  test('accents are read and a warning, lower case is read and information', async ({ assert }) => {
    const accents = await told(bytesOf(under('UNOA', 'MUÑOZ')))
    assert.equal(accents.consignment.parties[0]?.name, 'MUÑOZ')
    const lower = await told(under('UNOA', 'Example Ltd'))
    assert.equal(lower.consignment.parties[0]?.name, 'Example Ltd')
    const severity = ({ messages }: typeof lower) =>
      messages.flatMap(problemsOf).map((found) => [found.code, found.severity])
    assert.deepEqual(severity(accents), [['SYN-CHARSET', 'warning']])
    assert.deepEqual(severity(lower), [['SYN-CHARSET', 'info']])
  })

  test('upper case under UNOA and accents under UNOC are as they should be', async ({ assert }) => {
    assert.deepEqual((await told(under('UNOA', 'EXAMPLE LTD'))).codes, [])
    assert.deepEqual((await told(bytesOf(under('UNOC', 'Muñoz')))).codes, [])
  })
})
