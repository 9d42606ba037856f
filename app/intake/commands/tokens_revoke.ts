import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import { inAdministration } from '#platform/commands/in_administration'
import { revokeToken } from '../actions/revoke_token.js'

/** Ends a token at once. */
export default class TokensRevokeCommand extends BaseCommand {
  static override commandName = 'tokens:revoke'
  static override description = 'Revoke an API token'
  static override options = { startApp: true }

  @args.string({ description: 'The ten signs after lf_api_' })
  declare kid: string

  @flags.string({ description: 'Code of the administration', required: true })
  declare administration: string

  override async run() {
    const revoked = await inAdministration(this.administration, 'tokens:revoke', () => revokeToken(this.kid))
    if (revoked) return this.logger.success(`${this.kid} is revoked`)
    this.exitCode = 1
    this.logger.error(`${this.administration} has no live token ${this.kid}`)
  }
}
