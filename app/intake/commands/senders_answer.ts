import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import { inAdministration } from '#platform/commands/in_administration'
import { chooseAnswers } from '../actions/senders/choose_answers.js'
import { CORE_ANSWERS } from '../answer.js'
import { refusal } from './sender_refusal.js'

/** Says what a sender is answered with once its messages are read. */
export default class SendersAnswerCommand extends BaseCommand {
  static override commandName = 'senders:answer'
  static override description = 'Choose what a sender is answered with (syntax: CONTRL; decision: CUSRES or XML)'
  static override options = { startApp: true }

  @args.string({ description: 'Code of the sender, as in its messages' })
  declare sender: string

  @args.spread({
    description: `${CORE_ANSWERS.join(', ')}, or an answer of an enabled plugin, e.g. guatemala.cusres; none ends answering`,
    required: false,
  })
  declare answers?: string[]

  @flags.string({ description: 'Code of the administration', required: true })
  declare administration: string

  override async run() {
    const wanted = this.answers ?? []
    const chosen = await inAdministration(this.administration, 'senders:answer', () =>
      chooseAnswers(this.sender, wanted)
    )
    if (!chosen.ok) {
      this.exitCode = 1
      return this.logger.error(refusal(chosen.error, this))
    }
    this.logger.info(
      wanted.length ? `${this.sender} is answered with ${wanted.join(', ')}` : `${this.sender} is not answered`
    )
  }
}
