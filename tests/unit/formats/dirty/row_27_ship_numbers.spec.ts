import { test } from '@japa/runner'
import { cuscar, PLAIN } from '../../core/formats/cuscar_texts.js'
import { told } from './dirty.js'

const ship = async (means: string) => {
  const text = cuscar('BGM+785+MAN0001+9', `TDT+20+026W+1++XCAR:172:20+++${means}`, ...PLAIN)
  const { report, codes } = await told(text)
  return { ...report.conveyance.means, codes }
}

test.group('Row 27 | name, number and call sign of a ship', () => {
  test('a number that fails its check is no IMO number; the name stays', async ({ assert }) => {
    assert.deepEqual(await ship('9074728:146:11:NORTHERN EXAMPLE:PA'), {
      name: 'NORTHERN EXAMPLE',
      imo: null,
      callSign: null,
      flag: 'PA',
      codes: ['REF-CHECKDIGIT-IMO'],
    })
  })

  test('a call sign is no IMO number and never checked; seven digits that pass are one, whoever says so', async ({
    assert,
  }) => {
    assert.containSubset(await ship('XAMP1:103::NORTHERN EXAMPLE'), {
      imo: null,
      callSign: 'XAMP1',
      flag: null,
      codes: [],
    })
    assert.containSubset(await ship('9074729:::NORTHERN EXAMPLE'), { imo: '9074729', callSign: null, codes: [] })
    assert.containSubset(await ship('IMO9074729:146:11:NORTHERN EXAMPLE'), { imo: '9074729', codes: [] })
  })
})
