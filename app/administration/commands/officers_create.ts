import { BaseCommand, flags } from '@adonisjs/core/ace'
import { generatePassword } from '#platform/access/password'
import { ROLE_TEMPLATES } from '#platform/access/role_templates'
import { inAdministration } from '#platform/commands/in_administration'
import { tenancy } from '#platform/tenancy/tenant_context'
import { createOfficer } from '../actions/create_officer.js'

/** An officer with roles, or a new password for one; it is printed once. */
export default class OfficersCreateCommand extends BaseCommand {
  static override commandName = 'officers:create'
  static override description = 'Create an officer of an administration, or give one a new password'
  static override options = { startApp: true }

  @flags.string({ description: 'Code of the administration', required: true })
  declare administration: string

  @flags.string({ description: 'E-mail to sign in with', required: true })
  declare email: string

  @flags.string({ description: 'Name, as colleagues see it', required: true })
  declare name: string

  @flags.array({ description: `Roles: ${ROLE_TEMPLATES.map(({ code }) => code).join(', ')}`, required: true })
  declare roles: string[]

  override async run() {
    const unknown = this.roles.find((role) => !ROLE_TEMPLATES.some(({ code }) => code === role))
    if (unknown) {
      this.exitCode = 1
      return this.logger.error(
        `There is no role "${unknown}". Roles: ${ROLE_TEMPLATES.map(({ code }) => code).join(', ')}.`
      )
    }
    const password = generatePassword()
    const { email, name, roles } = this
    await inAdministration(this.administration, 'officers:create', () =>
      createOfficer({
        email: email.toLowerCase(),
        name,
        roles,
        password,
        locale: tenancy.current().administration.locale,
      })
    )
    this.logger.info(`${email.toLowerCase()} signs in at /a/${this.administration.toUpperCase()} with ${password}`)
  }
}
