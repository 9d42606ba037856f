import { randomUUID } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { MailResponse } from '@adonisjs/mail'
import type { MailTransportContract, NodeMailerMessage } from '@adonisjs/mail/types'

/** Mail as it would have gone out, one JSON file each, for installations without an SMTP server. */
class FileTransport implements MailTransportContract {
  constructor(private readonly directory: string) {}

  async send(message: NodeMailerMessage): Promise<MailResponse<{ file: string }>> {
    const { from, to, subject, text, messageId } = message
    const id = `${new Date().toISOString().replace(/[:.]/g, '-')}-${randomUUID().slice(0, 8)}`
    const file = join(this.directory, `${id}.json`)
    await mkdir(this.directory, { recursive: true, mode: 0o700 })
    await writeFile(
      file,
      JSON.stringify({ id, messageId, at: new Date().toISOString(), from, to, subject, text }, null, 2),
      {
        mode: 0o600,
      }
    )
    return new MailResponse(id, { from: addresses(from)[0] ?? '', to: addresses(to) }, { file })
  }
}

function addresses(value: unknown): string[] {
  const list = Array.isArray(value) ? value : value ? [value] : []
  return list.map((entry) => (typeof entry === 'string' ? entry : (entry as { address: string }).address))
}

export const fileTransport = (options: { directory: string }) => () => new FileTransport(options.directory)
