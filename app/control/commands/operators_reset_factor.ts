import { BaseCommand, flags } from '@adonisjs/core/ace'
import { resetOperatorFactor } from '../actions/reset_operator_factor.js'

/** For an operator who lost every second factor: the next sign-in sets up a new one. */
export default class OperatorsResetFactorCommand extends BaseCommand {
  static override commandName = 'operators:reset-factor'
  static override description = "Take a locked-out operator's second factors away"
  static override options = { startApp: true }

  @flags.string({ description: 'E-mail the operator signs in with', required: true })
  declare email: string

  @flags.boolean({ description: 'Also set a new password; it is printed once' })
  declare newPassword: boolean

  override async run() {
    const password = await resetOperatorFactor(this.email.toLowerCase(), this.newPassword === true)
    if (password === false) {
      this.exitCode = 1
      return this.logger.error(`There is no operator "${this.email}".`)
    }
    this.logger.info(`${this.email} sets up a new second factor at the next sign-in at /platform.`)
    if (password) this.logger.info(`New password: ${password}`)
  }
}
