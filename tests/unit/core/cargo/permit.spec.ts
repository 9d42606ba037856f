import { test } from '@japa/runner'
import { permitCover, permitStanding, type PermitStanding, type PermitTerms } from '#core/cargo/permit'

const TERMS: PermitTerms = { status: 'granted', cancelled: false, validFrom: '2026-01-01', validUntil: '2026-12-31' }
const permit = (number: string, standing: PermitStanding, ...codes: (string | null)[]) => ({
  number,
  standing,
  goods: codes.map((hsCode) => ({ hsCode })),
})

test.group('Permits', () => {
  test('how one stands on a day')
    .with([
      [{}, '2026-06-01', 'valid'],
      [{}, '2026-01-01', 'valid'],
      [{}, '2026-12-31', 'valid'],
      [{}, '2027-01-01', 'expired'],
      [{}, '2025-12-31', 'not_yet'],
      [{ validUntil: null }, '2026-06-01', 'granted'],
      [{ validFrom: null }, '2026-06-01', 'valid'],
      [{ status: 'refused' }, '2026-06-01', 'refused'],
      [{ status: 'revoked' }, '2027-06-01', 'revoked'],
      [{ status: 'used' }, '2026-06-01', 'used'],
      [{ status: null }, '2026-06-01', 'unknown'],
      [{ cancelled: true }, '2026-06-01', 'cancelled'],
    ] as [Partial<PermitTerms>, string, PermitStanding][])
    .run(({ assert }, [terms, today, standing]) => {
      assert.equal(permitStanding({ ...TERMS, ...terms }, today), standing)
    })

  test('a heading covers its lines; the best that any permit says counts; what none names is none', ({ assert }) => {
    const permits = [
      permit('A', 'valid', '0803'),
      permit('B', 'expired', '08039010', null),
      permit('C', 'revoked', '2844'),
    ]
    assert.deepEqual(permitCover(['28444300', '08039010', '6109', '08039010'], permits), [
      { hsCode: '08039010', standing: 'valid', by: ['A', 'B'] },
      { hsCode: '28444300', standing: 'revoked', by: ['C'] },
      { hsCode: '6109', standing: 'none', by: [] },
    ])
  })

  test('goods filed with fewer digits than the permit names are never covered', ({ assert }) => {
    const of = (standing: PermitStanding) => permitCover(['0803'], [permit('B', standing, '08039010')])[0]!.standing
    assert.equal(of('valid'), 'unknown')
    assert.equal(of('granted'), 'unknown')
    assert.equal(of('refused'), 'refused', 'what is worse stays worse')
  })
})
