import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import { inAdministration } from '#platform/commands/in_administration'
import { declareAlwaysFiled } from '../actions/senders/declare_always_filed.js'
import { refusal } from './sender_refusal.js'

/** Says which facts a sender files whenever they apply: there, and only there, absence is an answer. */
export default class SendersDeclareCommand extends BaseCommand {
  static override commandName = 'senders:declare'
  static override description = 'Declare what a sender always files when it applies (absence is an answer then)'
  static override options = { startApp: true }

  @args.string({ description: 'Code of the sender, as in its messages' })
  declare sender: string

  @args.spread({ description: 'Facts, e.g. place.transhipment; none withdraws the declaration', required: false })
  declare facts?: string[]

  @flags.string({ description: 'Code of the administration', required: true })
  declare administration: string

  override async run() {
    const facts = this.facts ?? []
    const declared = await inAdministration(this.administration, 'senders:declare', () =>
      declareAlwaysFiled(this.sender, facts)
    )
    if (!declared.ok) {
      this.exitCode = 1
      return this.logger.error(refusal(declared.error, this))
    }
    this.logger.info(
      facts.length ? `${this.sender} always files ${facts.join(', ')}` : `${this.sender} declares nothing`
    )
  }
}
