import { DrainJob } from '#platform/queue/job'
import { ringAt } from '#platform/queue/doorbell'
import { watchDeadlines } from '../actions/watch_deadlines.js'

/** Looks after the deadlines of questions to filers. */
export default class QuestionsDrain extends DrainJob {
  static override readonly jobName = 'questions.drain'
  static override readonly room = 'questions'

  async drain(now = new Date()): Promise<boolean> {
    const { next } = await watchDeadlines(now)
    if (next) await ringAt('questions', next)
    return false
  }
}
