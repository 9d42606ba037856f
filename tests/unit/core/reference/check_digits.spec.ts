import { test } from '@japa/runner'
import fc from 'fast-check'
import { containerCheckDigit, glnCheckDigit, imoCheckDigit } from '#core/reference/check_digits'

const digits = (length: number): fc.Arbitrary<string> => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`))
const SEED = 20_261_121

test.group('ISO 6346 container number', () => {
  test('accepts {$self}')
    .with(['CSQU3054383', 'MSCU3395636', 'MAEU4140029', 'HLXU0759540', 'ZZZU5619137', 'KQXJ6110974', 'ABCZ0608166'])
    .run(({ assert }, number) => assert.deepInclude(containerCheckDigit(number), { normalised: number, valid: true }))

  test('remainder 10 gives digit 0: {$self}')
    .with(['MSCU4451400', 'MSCU0648670', 'MSCU9001690'])
    .run(({ assert }, number) =>
      assert.deepEqual(containerCheckDigit(number), { normalised: number, valid: true, expected: 0 })
    )

  test('tolerates case and separators', ({ assert }) => {
    assert.deepEqual(containerCheckDigit(' csqu 305438-3'), { normalised: 'CSQU3054383', valid: true, expected: 3 })
  })

  test('says which digit was expected', ({ assert }) => {
    assert.deepEqual(containerCheckDigit('CSQU3054384'), { normalised: 'CSQU3054384', valid: false, expected: 3 })
    assert.deepEqual(containerCheckDigit('CSQU305438'), { normalised: 'CSQU305438', valid: false, expected: 3 })
  })

  test('expects nothing of what is no container number: {$self}')
    .with(['NA', '', 'MSCU12345', 'MSCUA234567', '12345678901', 'MSCX1234567', 'MSCU33956360'])
    .run(({ assert }, number) => assert.deepInclude(containerCheckDigit(number), { valid: false, expected: null }))

  test('a wrong serial digit is caught unless it meets remainder 10', ({ assert }) => {
    const number = fc.tuple(fc.stringMatching(/^[A-Z]{3}[UJZ]$/), digits(6)).map(([owner, serial]) => owner + serial)
    fc.assert(
      fc.property(number, fc.integer({ min: 4, max: 9 }), fc.integer({ min: 1, max: 9 }), (body, at, shift) => {
        const { expected } = containerCheckDigit(body)
        const wrong = body.slice(0, at) + ((Number(body[at]) + shift) % 10) + body.slice(at + 1)
        assert.isTrue(containerCheckDigit(body + expected).valid)
        if (containerCheckDigit(wrong + expected).valid) assert.equal(expected, 0)
      }),
      { seed: SEED }
    )
  })
})

test.group('IMO ship number', () => {
  test('accepts {$self}')
    .with(['9074729', 'IMO 9074729', 'imo9074729', 'IMO No. 9074729'])
    .run(({ assert }, number) =>
      assert.deepEqual(imoCheckDigit(number), { normalised: '9074729', valid: true, expected: 9 })
    )

  test('refuses {$self}')
    .with(['9074728', '0000000', '907472', '90747290', ''])
    .run(({ assert }, number) => assert.isFalse(imoCheckDigit(number).valid))
})

test.group('GLN', () => {
  test('follows weights 1 and 3, modulo 10', ({ assert }) => {
    assert.deepEqual(glnCheckDigit('4006381333931'), { normalised: '4006381333931', valid: true, expected: 1 })
    assert.deepEqual(glnCheckDigit('4006381333930'), { normalised: '4006381333930', valid: false, expected: 1 })
    assert.deepEqual(glnCheckDigit('400638133393'), { normalised: '400638133393', valid: false, expected: null })
  })

  test('every single wrong digit is caught', ({ assert }) => {
    fc.assert(
      fc.property(digits(12), fc.integer({ min: 0, max: 11 }), fc.integer({ min: 1, max: 9 }), (body, at, shift) => {
        const expected = glnCheckDigit(`${body}0`).expected
        const wrong = body.slice(0, at) + ((Number(body[at]) + shift) % 10) + body.slice(at + 1)
        assert.isTrue(glnCheckDigit(`${body}${expected}`).valid)
        assert.isFalse(glnCheckDigit(`${wrong}${expected}`).valid)
      }),
      { seed: SEED }
    )
  })
})
