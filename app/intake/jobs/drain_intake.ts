import { DrainJob } from '#platform/queue/job'
import { readReceivedMessage } from '../actions/read_received_message.js'
import { takeMessage } from '../actions/take_message.js'
import { reportIntake } from '../actions/report_intake.js'
import { readOptions } from '../read_options.js'

/** One turn: long enough to be worth it, short enough that no administration holds up the others. */
const MESSAGES = 50
const MILLISECONDS = 2_000

/** Reads what was received, oldest first. */
export default class DrainIntake extends DrainJob {
  static override readonly jobName = 'intake.drain'
  static override readonly room = 'intake'

  async drain(): Promise<boolean> {
    const options = await readOptions()
    const until = Date.now() + MILLISECONDS
    for (let read = 0; read < MESSAGES && Date.now() < until; read++) {
      const received = await takeMessage()
      if (!received) {
        await reportIntake()
        return false
      }
      await readReceivedMessage(received, options)
    }
    await reportIntake()
    return true
  }
}
