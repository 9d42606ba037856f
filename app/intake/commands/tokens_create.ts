import { BaseCommand, flags } from '@adonisjs/core/ace'
import { inAdministration } from '#platform/commands/in_administration'
import { issueToken, TOKEN_SCOPES, type TokenScope } from '../actions/issue_token.js'

/** Issues a token of a machine and prints it, this once. */
export default class TokensCreateCommand extends BaseCommand {
  static override commandName = 'tokens:create'
  static override description = 'Issue an API token for a filer and print it once'
  static override options = { startApp: true }

  @flags.string({ description: 'Code of the administration', required: true })
  declare administration: string

  @flags.string({ description: 'What it is for', required: true })
  declare name: string

  @flags.string({ description: 'Code of the filer it speaks for' })
  declare sender?: string

  @flags.number({ description: 'Days until it expires, at most 365', default: 90 })
  declare days: number

  @flags.array({ description: `What it may do: ${TOKEN_SCOPES.join(', ')}`, default: ['messages:submit'] })
  declare scopes: string[]

  override async run() {
    const unknown = this.scopes.find((scope) => !(TOKEN_SCOPES as readonly string[]).includes(scope))
    if (unknown !== undefined) {
      this.exitCode = 1
      return this.logger.error(`There is no scope "${unknown}". There are: ${TOKEN_SCOPES.join(', ')}.`)
    }
    const { token, expiresAt } = await inAdministration(this.administration, 'tokens:create', () =>
      issueToken({
        name: this.name,
        sender: this.sender ?? null,
        scopes: this.scopes as TokenScope[],
        days: this.days,
        createdBy: null,
      })
    )
    this.logger.log(token)
    this.logger.info(`valid until ${expiresAt.toISOString().slice(0, 10)}; it is not shown again`)
  }
}
