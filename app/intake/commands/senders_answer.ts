import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import { inAdministration } from '#platform/commands/in_administration'
import { chooseAnswers } from '../actions/choose_answers.js'
import { ANSWERS, type AnswerWanted } from '../answer.js'

/** Says what a sender is answered with once its messages are read. */
export default class SendersAnswerCommand extends BaseCommand {
  static override commandName = 'senders:answer'
  static override description = 'Choose what a sender is answered with (syntax: CONTRL; decision: CUSRES or XML)'
  static override options = { startApp: true }

  @args.string({ description: 'Code of the sender, as in its messages' })
  declare sender: string

  @args.spread({ description: `${ANSWERS.join(', ')}; none ends answering`, required: false })
  declare answers?: string[]

  @flags.string({ description: 'Code of the administration', required: true })
  declare administration: string

  override async run() {
    const wanted = this.answers ?? []
    const unknown = wanted.find((each) => !(ANSWERS as readonly string[]).includes(each))
    if (unknown !== undefined) {
      this.exitCode = 1
      return this.logger.error(`There is no answer "${unknown}". There are: ${ANSWERS.join(', ')}.`)
    }
    const found = await inAdministration(this.administration, 'senders:answer', () =>
      chooseAnswers(this.sender, wanted as AnswerWanted[])
    )
    if (!found) {
      this.exitCode = 1
      return this.logger.error(
        `${this.administration} knows no sender "${this.sender}". Senders appear with their first message.`
      )
    }
    this.logger.info(
      wanted.length ? `${this.sender} is answered with ${wanted.join(', ')}` : `${this.sender} is not answered`
    )
  }
}
