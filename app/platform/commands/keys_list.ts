import { BaseCommand, flags } from '@adonisjs/core/ace'
import { listKeys } from '#platform/crypto/list_keys'
import { mastersToWrap } from '#platform/crypto/rotate_keys'
import { inEveryAdministration } from './every_administration.js'

/** Names, states and wraps of keys; never a key. */
export default class KeysListCommand extends BaseCommand {
  static override commandName = 'keys:list'
  static override description = 'Show the keys of the administrations and what wraps them'
  static override options = { startApp: true }

  @flags.string({ description: 'Code of one administration' })
  declare administration?: string

  override async run() {
    const table = this.ui.table().head(['Administration', 'Key', 'State', 'Wrapped by', 'Since', 'Ended'])
    let waiting = 0
    await inEveryAdministration(
      'keys:list',
      async ({ code }) => {
        waiting += (await mastersToWrap()).length
        for (const key of await listKeys())
          table.row([
            code,
            key.kid,
            key.state,
            key.wrappedBy,
            day(key.createdAt),
            [day(key.endedAt), key.rule ?? ''].join(' ').trim(),
          ])
      },
      this.administration
    )
    table.render()
    if (waiting > 0) this.logger.warning(`${waiting} master keys wait for the current key: ./ace keys:rotate --kek`)
  }
}

const day = (at: Date | null) => at?.toISOString().slice(0, 10) ?? ''
