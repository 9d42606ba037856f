import { test } from '@japa/runner'
import { newToken, parseToken, printToken, sameHash, secretHash } from '#app/intake/api_token'
import { shownFileName } from '#app/intake/file_name'
import { receiptNumber } from '#app/intake/receipt_number'

test.group('API tokens', () => {
  test('are printed and read back, whatever signs their secret has', ({ assert }) => {
    for (let made = 0; made < 50; made++) {
      const token = newToken()
      assert.deepEqual(parseToken(printToken(token)), token)
    }
    assert.isNull(parseToken(printToken({ kid: 'short', secret: 'short' })))
  })

  test('are refused when one sign was altered', ({ assert }) => {
    const printed = printToken(newToken())
    for (const at of [8, 20, 40, printed.length - 1]) {
      const sign = printed[at] === 'a' ? 'b' : 'a'
      assert.isNull(parseToken(printed.slice(0, at) + sign + printed.slice(at + 1)))
    }
  })

  test('are compared by their hash', ({ assert }) => {
    assert.isTrue(sameHash(secretHash('one'), secretHash('one')))
    assert.isFalse(sameHash(secretHash('one'), secretHash('other')))
    assert.isFalse(sameHash('', secretHash('one')))
  })
})

test.group('Names of received messages', () => {
  test('hold no path and no sign that deceives', ({ assert }) => {
    assert.equal(shownFileName('C:\\temp\\..\\manifest.edi'), 'manifest.edi')
    assert.equal(shownFileName('a\u0000b\u202egnp.edi'), 'abgnp.edi')
    assert.isNull(shownFileName(' / '))
    assert.lengthOf(shownFileName('x'.repeat(500))!, 200)
  })

  test('receipts tell the administration and the day', ({ assert }) => {
    const number = receiptNumber('GT', new Date('2026-11-21T23:59:59Z'), '01a2005b-94bf-7000-8ac5-c513cf9ae69c')
    assert.match(number, /^GT-20261121-[0-9A-HJKMNP-TV-Z]{8}$/)
    assert.notEqual(
      number,
      receiptNumber('GT', new Date('2026-11-21T23:59:59Z'), '01a2005b-94bf-7000-8ac5-c513cf9ae69d')
    )
  })
})
