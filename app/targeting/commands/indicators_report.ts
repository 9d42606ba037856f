import { readFileSync } from 'node:fs'
import app from '@adonisjs/core/services/app'
import { BaseCommand, flags } from '@adonisjs/core/ace'
import { judgeCounts, type VerdictCounts } from '#core/indicators/tally_verdicts'
import { inAdministration } from '#platform/commands/in_administration'
import { countVerdicts } from '../queries/count_verdicts.js'

/** Asks every indicator about the cargo that stands filed, and fails where one never hits without saying what it waits for. */
export default class IndicatorsReportCommand extends BaseCommand {
  static override commandName = 'indicators:report'
  static override description = 'Print how often every indicator hits, is clear or unknown on the filed cargo'
  static override options = { startApp: true }

  @flags.string({
    description: 'Codes of administrations, separated by commas; their counts are added',
    required: true,
  })
  declare administrations: string

  override async run() {
    const sum = new Map<string, VerdictCounts>()
    for (const code of this.administrations.split(',')) {
      const counted = await inAdministration(code.trim(), 'indicators:report', countVerdicts)
      this.logger.log(`${code.trim()}: ${counted.consignments} consignments`)
      for (const each of counted.indicators) sum.set(each.code, added(sum.get(each.code), each))
    }
    const reported = judgeCounts([...sum.values()], waitingIndicators())
    const table = this.ui.table()
    table.head(['indicator', 'hit', 'clear', 'unknown', 'missing most', ''])
    for (const { code, hit, clear, unknown, mostMissing, waitsFor, fault } of reported)
      table.row([
        code,
        `${hit}`,
        `${clear}`,
        `${unknown}`,
        mostMissing ?? '',
        fault ?? (waitsFor && `waits for ${waitsFor}`) ?? '',
      ])
    table.render()
    const faults = reported.filter(({ fault }) => fault !== null)
    if (faults.length === 0) return
    this.exitCode = 1
    for (const { code, fault } of faults)
      this.logger.error(
        fault === 'silent'
          ? `${code} never hits, and database/defaults/waiting_indicators.json names no data that it waits for`
          : `${code} hits: take it out of database/defaults/waiting_indicators.json`
      )
  }
}

const added = (before: VerdictCounts | undefined, each: VerdictCounts): VerdictCounts =>
  before === undefined
    ? each
    : {
        ...each,
        hit: before.hit + each.hit,
        clear: before.clear + each.clear,
        unknown: before.unknown + each.unknown,
        mostMissing: before.unknown > each.unknown ? before.mostMissing : each.mostMissing,
      }

/** By code, the data that an indicator waits for. */
const waitingIndicators = (): Record<string, string> =>
  JSON.parse(readFileSync(app.makePath('database/defaults/waiting_indicators.json'), 'utf8')) as Record<string, string>
