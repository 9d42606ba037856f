import { test } from '@japa/runner'
import type { Consignment, Place, Places } from '#core/cargo/consignment'
import { isOwn, natureOf } from '#core/cargo/nature'

const OWN = { country: 'GT', ports: new Set(['GTPRQ', 'GTSTC', 'SVACJ']) }
const place = (code: string): Place => ({
  code,
  name: null,
  country: /^[A-Z]{5}$/.test(code) ? code.slice(0, 2) : null,
})
const NOWHERE: Places = {
  receipt: null,
  loading: null,
  transhipment: [],
  discharge: null,
  delivery: null,
  originCountry: null,
  destinationCountry: null,
  warehouse: null,
  office: null,
}
/** `loading>discharge`, then `receipt:`, `delivery:` or `transhipment:` with a code. */
const placed = (text: string): Places => {
  const [journey = '', ...others] = text.split(' ')
  const [loading, discharge] = journey.split('>')
  const more = Object.fromEntries(
    others.map((each) => {
      const [field = '', code = ''] = each.split(':')
      return [field, field === 'transhipment' ? [place('USMIA'), place(code)] : place(code)]
    })
  )
  return {
    ...NOWHERE,
    loading: loading ? place(loading) : null,
    discharge: discharge ? place(discharge) : null,
    ...more,
  }
}
const asked = (text: string, nature: Consignment['nature'] = null) => natureOf({ nature, places: placed(text) }, OWN)

test.group('Nature of cargo by its places', () => {
  const cases: [string, string | null, string][] = [
    ['COCTG>GTSTC', 'import', 'discharged_here'],
    ['COCTG>GTSTC delivery:GTGUA', 'import', 'discharged_here'],
    ['COCTG>GTSTC delivery:HNTGU', 'transit', 'goes_on_abroad'],
    ['COCTG>MXVER delivery:GTGUA', 'import', 'delivered_here'],
    ['COCTG>MXVER transhipment:GTPRQ', 'transhipment', 'changes_conveyance_here'],
    ['GTPRQ>USPEF', 'export', 'loaded_here'],
    ['GTPRQ>USPEF receipt:GTGUA', 'export', 'loaded_here'],
    ['GTPRQ>USPEF receipt:HNTGU', null, 'received_abroad'],
    ['GTPRQ>GTSTC', null, 'between_own_ports'],
    ['COCTG>USPEF', null, 'passes_by'],
    ['>GTSTC', null, 'place_unknown'],
    ['COCTG>', null, 'place_unknown'],
    ['BOG>GTSTC', null, 'place_unknown'],
  ]
  for (const [text, nature, because] of cases)
    test(`${text}: ${nature ?? 'unknown'}`, ({ assert }) => {
      const found = asked(text)
      assert.deepEqual([found.nature, found.because], [nature, because])
      assert.equal(found.from.length > 0, because !== 'place_unknown')
    })

  test('what was filed is not doubted', ({ assert }) => {
    assert.deepEqual(asked('GTPRQ>USPEF', 'import'), { nature: 'import', because: 'filed', from: ['nature'] })
  })

  test('a place is ours by its port, by its country, or nobody knows', ({ assert }) => {
    assert.deepEqual(
      ['GTPRQ', 'GTCHR', 'SVACJ', 'SVSAL', '9034P'].map((code) => isOwn(place(code), OWN)),
      [true, true, true, false, null]
    )
    assert.isNull(isOwn(null, OWN))
  })
})
