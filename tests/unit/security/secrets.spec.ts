import { existsSync, readFileSync, statSync } from 'node:fs'
import { test } from '@japa/runner'
import { trackedFiles } from '#tests/support/tracked_files'

/** Shapes of secrets: keys, tokens of ours and of others, passwords in addresses. */
const SHAPES: Record<string, RegExp> = {
  'a private key': /-----BEGIN (?:RSA |EC |OPENSSH |ENCRYPTED )?PRIVATE KEY-----/,
  'a token of ours': /\blf_(?:api|wh|inv|rst|dev)_[a-z0-9]{10}_[A-Za-z0-9_-]{43}_[0-9a-f]{8}\b/,
  'a cloud key': /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/,
  'a forge token': /\b(?:ghp|gho|ghs|github_pat|glpat|npm)_[A-Za-z0-9_]{30,}\b/,
  'a password in an address':
    /\b(?:postgres(?:ql)?|rediss?|smtps?|https?):\/\/[^\s:@/'"`${]+:[^\s@/'"`${]{3,}@(?!localhost|cache\.internal|127\.0\.0\.1|example|host)/,
}

const secretsIn = (text: string) => Object.entries(SHAPES).flatMap(([name, shape]) => (shape.test(text) ? [name] : []))

test.group('T68 secrets', () => {
  test('no file of the repository holds one', ({ assert }) => {
    const files = trackedFiles().filter((file) => existsSync(file) && statSync(file).size < 2_000_000)
    const wrong = files.flatMap((file) => secretsIn(readFileSync(file, 'latin1')).map((what) => `${file}: ${what}`))
    console.log(`secrets: ${files.length} files looked at`)
    assert.isAbove(files.length, 500)
    assert.deepEqual(wrong, [])
  })

  test('planted ones are named', ({ assert }) => {
    const planted: Record<string, string> = {
      'a private key': ['-----BEGIN ', 'PRIVATE KEY-----'].join(''),
      'a token of ours': `lf_api_${'a1'.repeat(5)}_${'A'.repeat(43)}_${'0f'.repeat(4)}`,
      'a cloud key': `AKIA${'Z'.repeat(16)}`,
      'a forge token': `ghp_${'x'.repeat(36)}`,
      'a password in an address': ['postgres://landfall', 'hunter2@db.internal/landfall'].join(':'),
    }
    for (const [name, text] of Object.entries(planted)) assert.deepEqual(secretsIn(text), [name])
  })
})
