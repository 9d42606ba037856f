import { BaseCommand, flags } from '@adonisjs/core/ace'
import { verifyChain } from '#platform/audit/verify/verify_chain'
import { reportHealth } from '#platform/database/health'
import type { Administration } from '#platform/tenancy/tenant_context'
import { chainsAsked, onChain } from './chains_asked.js'

/** Walks the chains and their anchors; works while the application is down. */
export default class AuditVerifyCommand extends BaseCommand {
  static override commandName = 'audit:verify'
  static override description = 'Verify that no entry of the audit was edited, deleted, reordered or cut off'
  static override options = { startApp: true }

  @flags.string({ description: 'Code of one administration, or "platform"; otherwise all' })
  declare administration?: string

  override async run() {
    for (const administration of await chainsAsked(this.administration)) {
      await onChain(administration, 'audit:verify', () => this.#verify(administration))
    }
  }

  async #verify(administration: Administration): Promise<void> {
    const { entries, lastSeq, anchors, faults } = await verifyChain(administration)
    await reportHealth('audit_alarm', faults.length > 0 ? 1 : 0)
    const what = `${administration.code}: ${entries} entries to no. ${lastSeq}, ${anchors} anchors`
    if (faults.length === 0) return this.logger.success(`${what}, whole`)
    this.exitCode = 1
    this.logger.error(`${what}, NOT WHOLE: first bad number ${faults[0]!.seq}`)
    for (const { seq, because } of faults) this.logger.log(`  no. ${seq}  ${because}`)
  }
}
