import { open } from 'node:fs/promises'
import { resolve } from 'node:path'
import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import { isPlatform } from '#platform/audit/chain/chain'
import { recordAction } from '#platform/audit/record'
import { recordPlatformAction } from '#platform/audit/record_platform'
import { exportChain } from '#platform/audit/verify/export_chain'
import { tenancy, type Administration } from '#platform/tenancy/tenant_context'
import { chainsAsked, onChain } from './chains_asked.js'

/** Writes a whole chain with its anchors for `bin/verify-audit.mjs`; needs the database only, not the application. */
export default class AuditExportCommand extends BaseCommand {
  static override commandName = 'audit:export'
  static override description = 'Export a chain of the audit with its anchors, to be verified elsewhere'
  static override options = { startApp: true }

  @args.string({ description: 'File to write; must not be there yet' })
  declare file: string

  @flags.string({ description: 'Code of the administration, or "platform"', required: true })
  declare administration: string

  override async run() {
    const [administration] = await chainsAsked(this.administration)
    const lines = await onChain(administration!, 'audit:export', () => this.#write(administration!))
    this.logger.log(`${lines} lines in ${this.file}; verify with: node bin/verify-audit.mjs ${this.file}`)
  }

  async #write(administration: Administration): Promise<number> {
    const { correlationId } = tenancy.current()
    const mark = {
      madeAt: new Date(),
      by: { kind: 'system', id: 'audit:export', name: null },
      request: correlationId,
      filter: {},
    }
    await recordExport(administration, correlationId)
    const file = await open(resolve(this.file), 'wx', 0o600)
    let lines = 0
    try {
      for await (const text of exportChain(administration, mark, null)) {
        await file.appendFile(text)
        lines += text.split('\n').length - 1
      }
    } finally {
      await file.close()
    }
    return lines
  }
}

const recordExport = (administration: Administration, request: string): Promise<void> =>
  isPlatform(administration)
    ? recordPlatformAction({ action: 'audit.exported', actor: { kind: 'system', id: 'audit:export' }, request })
    : recordAction({ action: 'audit.exported', data: { complete: true } })
