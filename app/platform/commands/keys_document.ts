import { writeFile } from 'node:fs/promises'
import { BaseCommand } from '@adonisjs/core/ace'
import { CRYPTO_PAGE, cryptoPage } from '#platform/crypto/document'

export default class KeysDocumentCommand extends BaseCommand {
  static override commandName = 'keys:document'
  static override description = 'Write docs/crypto.md from the list of key classes'

  override async run() {
    await writeFile(this.app.makePath(CRYPTO_PAGE), cryptoPage())
    this.logger.info(`${CRYPTO_PAGE} is written`)
  }
}
