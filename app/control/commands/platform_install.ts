import { BaseCommand } from '@adonisjs/core/ace'
import { generatePassword } from '#platform/access/password'
import { createOperator } from '../actions/create_operator.js'

/** A bare platform: one operator with a generated password, nothing else. */
export default class PlatformInstallCommand extends BaseCommand {
  static override commandName = 'platform:install'
  static override description = 'Create the first operator of a bare platform'
  static override options = { startApp: true }

  override async run() {
    const password = generatePassword()
    const email = 'operator@landfall.local'
    await createOperator({ email, name: 'Platform operator', locale: 'en', password })
    console.log(JSON.stringify({ signIn: [{ administration: null, role: 'operator', email, password }] }))
  }
}
