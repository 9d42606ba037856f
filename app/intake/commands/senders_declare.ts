import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import { FACT_KINDS } from '#core/facts/fact_kinds'
import { inAdministration } from '#platform/commands/in_administration'
import { declareAlwaysFiled } from '../actions/declare_always_filed.js'

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
    const unknown = facts.find((fact) => !(fact in FACT_KINDS))
    if (unknown) {
      this.exitCode = 1
      return this.logger.error(`There is no fact "${unknown}". Facts: ${Object.keys(FACT_KINDS).sort().join(', ')}.`)
    }
    const found = await inAdministration(this.administration, 'senders:declare', () =>
      declareAlwaysFiled(this.sender, facts)
    )
    if (!found) {
      this.exitCode = 1
      return this.logger.error(
        `${this.administration} knows no sender "${this.sender}". Senders appear with their first message.`
      )
    }
    this.logger.info(
      facts.length ? `${this.sender} always files ${facts.join(', ')}` : `${this.sender} declares nothing`
    )
  }
}
