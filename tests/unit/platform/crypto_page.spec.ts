import { readFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import { CRYPTO_PAGE, cryptoPage } from '#platform/crypto/document'
import { DERIVATIONS, KEY_CLASSES } from '#platform/crypto/key_classes'

test.group('docs/crypto.md', () => {
  test('is what the list of key classes says (./ace keys:document writes it)', async ({ assert }) => {
    const page = await readFile(CRYPTO_PAGE, 'utf8')
    assert.equal(page, cryptoPage())
    for (const name of [...Object.keys(KEY_CLASSES), ...Object.keys(DERIVATIONS)]) assert.include(page, `\`${name}\``)
  })

  test('a page that is behind would be noticed', async ({ assert }) => {
    const behind = (await readFile(CRYPTO_PAGE, 'utf8')).replace('AES-256-GCM', 'AES-128-CBC')
    assert.notEqual(behind, cryptoPage())
  })
})
