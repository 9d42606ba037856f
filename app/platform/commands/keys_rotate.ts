import { BaseCommand, flags } from '@adonisjs/core/ace'
import { dropFormerKeyEncryption, renewKeyEncryption } from '#platform/crypto/key_file'
import { currentKeyEncryption } from '#platform/crypto/key_encryption'
import { forgetKeyEncryption, mastersToWrap, rotateMaster, wrapMasters } from '#platform/crypto/rotate_keys'
import { recordAction } from '#platform/audit/record'
import { inEveryAdministration } from './every_administration.js'

/**
 * Re-wraps, never re-encrypts. Cut off anywhere, the next run goes on where it stopped. Both steps of a
 * key-encryption key are two commands, because running processes learn a new one at their start only.
 */
export default class KeysRotateCommand extends BaseCommand {
  static override commandName = 'keys:rotate'
  static override description = 'Give administrations new master keys, or the installation a new key-encryption key'
  static override options = { startApp: true }

  @flags.string({ description: 'Code of one administration' })
  declare administration?: string

  @flags.boolean({ description: 'The key-encryption key: make a new one, or finish what was begun' })
  declare kek?: boolean

  @flags.string({ description: 'Forget a former key-encryption key, e.g. k1, after web and worker were restarted' })
  declare retire?: string

  override async run() {
    if (this.retire) return this.#retire(this.retire)
    if (this.kek) return this.#wrapAnew()
    await inEveryAdministration(
      'keys:rotate',
      async ({ code }) => {
        const { kid, wrapped } = await rotateMaster()
        await recordAction({ action: 'keys.rotated', subject: { kind: 'key', id: kid }, data: { wrapped } })
        this.logger.info(`${code}: ${kid} wraps ${wrapped} keys`)
      },
      this.administration
    )
  }

  async #wrapAnew() {
    if ((await this.#waiting()) === 0) {
      const kid = await renewKeyEncryption()
      return this.logger.info(
        `${kid} is made. Run ./ace keys:rotate --kek once more to wrap with it, restart, then ./ace keys:rotate --retire=${currentKeyEncryption().kid}`
      )
    }
    const { kid } = currentKeyEncryption()
    await inEveryAdministration('keys:rotate', async ({ code }) => {
      const wrapped = await wrapMasters()
      if (wrapped > 0)
        await recordAction({ action: 'keys.rotated', subject: { kind: 'key', id: kid }, data: { wrapped } })
      this.logger.info(`${code}: ${wrapped} master keys wrapped by ${kid}`)
    })
  }

  async #retire(kid: string) {
    if (kid === currentKeyEncryption().kid || (await this.#waiting()) > 0) {
      this.exitCode = 1
      return this.logger.error(`${kid} is still needed: ./ace keys:rotate --kek first`)
    }
    await inEveryAdministration('keys:rotate', async () => void (await forgetKeyEncryption(kid)))
    await dropFormerKeyEncryption(kid)
    this.logger.info(`${kid} opens nothing any more`)
  }

  async #waiting(): Promise<number> {
    let waiting = 0
    await inEveryAdministration('keys:rotate', async () => void (waiting += (await mastersToWrap()).length))
    return waiting
  }
}
