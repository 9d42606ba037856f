import { createReadStream } from 'node:fs'
import { basename, resolve } from 'node:path'
import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import { inAdministration } from '#platform/commands/in_administration'
import { findSender } from '../actions/find_sender.js'
import { receiveMessage } from '../actions/receive_message.js'
import { filesOf } from './files_of.js'

/** Hands files to intake as if a filer had sent them; the worker reads them. */
export default class IntakeLoadCommand extends BaseCommand {
  static override commandName = 'intake:load'
  static override description = 'Hand files to intake, one receipt each'
  static override options = { startApp: true }

  @args.spread({ description: 'Files or directories' })
  declare paths: string[]

  @flags.string({ description: 'Code of the administration', required: true })
  declare administration: string

  @flags.boolean({ description: 'History: counted, never alerted' })
  declare historical: boolean

  @flags.string({ description: 'Code of the filer; otherwise the messages say it' })
  declare sender?: string

  override async run() {
    const files = await this.#files()
    await inAdministration(this.administration, 'intake:load', async () => {
      const sender = this.sender ? await findSender(this.sender) : null
      for (const file of files) await this.#load(file, sender?.id ?? null)
    })
  }

  /** @throws when one cannot be read: all of them are filed, or none. */
  async #files(): Promise<string[]> {
    const files: string[] = []
    for (const path of this.paths)
      for await (const { path: file, error } of filesOf(resolve(path))) {
        if (error !== undefined) throw new Error(`${file}: ${error}`)
        files.push(file)
      }
    return files
  }

  async #load(file: string, senderId: string | null): Promise<void> {
    const received = await receiveMessage({
      bytes: createReadStream(file, { highWaterMark: 256 * 1024 }),
      channel: 'console',
      filename: basename(file),
      senderId,
      submittedBy: null,
      historical: this.historical,
    })
    if (received.ok) {
      const { receipt, duplicate } = received.value
      return this.logger.log(`${receipt}  ${file}${duplicate ? '  (came before)' : ''}`)
    }
    this.exitCode = 1
    this.logger.error(`${file}: ${received.error}`)
  }
}
