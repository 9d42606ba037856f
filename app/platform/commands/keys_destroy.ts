import { createHash } from 'node:crypto'
import { BaseCommand, flags } from '@adonisjs/core/ace'
import { recordAction } from '#platform/audit/record'
import { listKeys } from '#platform/crypto/list_keys'
import { destroyMasters } from '#platform/crypto/rotate_keys'
import { unitOfWork } from '#platform/tenancy/database'
import { inEveryAdministration } from './every_administration.js'

/** An administration has left: its bytes become unreadable wherever a copy of them lies. There is no way back. */
export default class KeysDestroyCommand extends BaseCommand {
  static override commandName = 'keys:destroy'
  static override description = 'Destroy the master key of an administration that has left'
  static override options = { startApp: true }

  @flags.string({ description: 'Code of the administration', required: true })
  declare administration: string

  @flags.string({ description: 'The same code once more' })
  declare confirm?: string

  override async run() {
    if (this.confirm !== this.administration) {
      this.exitCode = 1
      return this.logger.error('This cannot be undone. Say the code once more with --confirm=<code>.')
    }
    await inEveryAdministration(
      'keys:destroy',
      async ({ code }) => {
        const destroyed = await unitOfWork(async () => {
          const masters = await destroyMasters('administration_left')
          await recordAction({ action: 'keys.destroyed', data: { masters } })
          return masters
        })
        const certificate = createHash('sha256')
          .update(JSON.stringify(await listKeys()))
          .digest('hex')
        this.logger.info(`${code}: ${destroyed} master keys destroyed; certificate ${certificate}`)
      },
      this.administration
    )
  }
}
