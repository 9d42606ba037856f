import { test } from '@japa/runner'
import { abroad, leftPreviousOf } from '#app/cargo_register/left_previous'
import { portOfReport } from '#app/cargo_register/port_of_report'
import type { CargoReport } from '#core/cargo/cargo_report'
import type { ReportedDocument } from '#core/cargo/reported_document'

const OWN = { country: 'JM', ports: new Set(['JMKIN']) }
const place = (code: string | undefined) =>
  code ? { code, name: null, country: /^[A-Z]{5}$/.test(code) ? code.slice(0, 2) : null } : null
const journey = (text: string) => {
  const [loading, discharge] = text.split('>')
  return { loading: place(loading), discharge: place(discharge) }
}
const asked = (heading: string, nature: CargoReport['nature'], ...consignments: string[]) => {
  const report = {
    nature,
    conveyance: journey(heading),
    consignments: consignments.map((text) => ({ consignment: { places: journey(text) } })),
  } as unknown as CargoReport
  const found = portOfReport(report, OWN)
  return found && `${found.port} ${found.direction}`
}

test.group('Port a report is about', () => {
  test('the heading names ours, on either side, whatever the nature', ({ assert }) => {
    assert.equal(asked('COCTG>JMKIN', null), 'JMKIN inbound')
    assert.equal(asked('JMKIN>USPEF', null), 'JMKIN outbound', 'an export without a nature goes to no port of ours')
    assert.equal(asked('JMKIN>USPEF', 'import'), 'JMKIN outbound')
    assert.equal(asked('COCTG>JMMBJ', null), 'JMMBJ inbound', 'a port of the country, though not on the list')
  })

  test('between two of ours it arrives, an export leaves', ({ assert }) => {
    assert.equal(asked('JMKIN>JMMBJ', null), 'JMMBJ inbound')
    assert.equal(asked('JMKIN>JMMBJ', 'export'), 'JMKIN outbound')
  })

  test('else most consignments say it', ({ assert }) => {
    assert.equal(asked('>', null, 'JMKIN>USPEF', 'JMKIN>USMIA', 'JMMBJ>USMIA'), 'JMKIN outbound')
    assert.equal(asked('COCTG>USPEF', null, 'COCTG>JMKIN', 'COCTG>USPEF', 'VEPBL>USPEF'), 'JMKIN inbound')
  })

  test('a place abroad is never ours; one of no country is taken at its word', ({ assert }) => {
    assert.isNull(asked('COCTG>USPEF', null, 'COCTG>USPEF'))
    assert.equal(asked('COCTG>9034P', null), '9034P inbound')
    assert.isNull(asked('9034P>USPEF', null))
    assert.equal(asked('9034P>USPEF', 'export'), '9034P outbound')
    assert.isNull(asked('>', null))
  })
})

test.group('Departure from the last place abroad', () => {
  const call = (code: string, atd: string | null) => ({ qualifier: '125', place: place(code), atd })
  const document = (calls: unknown[], ...legs: unknown[][]) =>
    ({
      kind: 'status_report',
      calls,
      events: [{ legs: legs.map((each) => ({ calls: each })) }],
    }) as unknown as ReportedDocument

  test('a clock abroad tells nothing without its offset, nor does a day', ({ assert }) => {
    assert.equal(abroad('2026-11-21T09:10-05:00'), Date.UTC(2026, 10, 21, 14, 10))
    assert.equal(abroad('2026-11-21T14:10Z'), Date.UTC(2026, 10, 21, 14, 10))
    assert.deepEqual([abroad('2026-11-21T09:10'), abroad('2026-11-21'), abroad(null)], [null, null, null])
  })

  test('the latest that was left abroad, in the heading or a leg; our own port is no place abroad', ({ assert }) => {
    const calls = [call('USMIA', '2026-11-21T10:00Z'), call('JMKIN', '2026-11-21T16:00Z')]
    assert.equal(leftPreviousOf(document(calls), OWN), Date.UTC(2026, 10, 21, 10))
    assert.equal(leftPreviousOf(document(calls, [call('BSNAS', '2026-11-21T12:00Z')]), OWN), Date.UTC(2026, 10, 21, 12))
    assert.isNull(
      leftPreviousOf(document([call('USMIA', '2026-11-21T10:00'), call('9034P', '2026-11-21T10:00Z')]), OWN)
    )
  })
})
