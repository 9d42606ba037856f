import { randomUUID } from 'node:crypto'
import { BaseCommand, flags } from '@adonisjs/core/ace'
import { developmentSurface } from '#config/app'
import { writeTraffic } from '#database/seeders/demo/write_traffic'
import { directory } from '#platform/tenancy/directory'
import { tenancy } from '#platform/tenancy/tenant_context'
import { decidePastAlerts } from '../actions/decide_past_alerts.js'
import { feedTraffic } from '../actions/feed_traffic.js'
import { startOpenWork } from '../casework/open_work.js'
import { seedOutcomes } from '../actions/seed_outcomes.js'
import { waitUntilWeighed } from '../actions/wait_until_weighed.js'
import { DEMO_ADMINISTRATIONS } from '../demo_administrations.js'
import { keepProgress, readProgress, type DemoProgress } from '../demo_progress.js'

const SEED = 20_261

/** Deterministic, realistic traffic of the demo administrations, fed through ordinary intake. */
export default class DemoTrafficCommand extends BaseCommand {
  static override commandName = 'demo:traffic'
  static override description = 'Write and feed the demonstration traffic: 25 months of light history, then one month'
  static override options = { startApp: true }

  @flags.number({ description: 'Consignments of the current month of each administration', default: 1500 })
  declare consignments: number

  @flags.number({ description: 'Same seed, same data up to one time shift', default: SEED })
  declare seed: number

  @flags.string({ description: 'Write the messages and calls into this directory and feed nothing' })
  declare out?: string

  override async run() {
    if (!developmentSurface) {
      this.exitCode = 1
      return this.logger.error('This installation was started with --empty: it takes no demonstration data.')
    }
    // Side by side: the worker serves both in turn, as it does with real ones.
    await Promise.all(
      DEMO_ADMINISTRATIONS.map(({ code }) => (this.out ? this.#write(code as 'GT' | 'JM', this.out) : this.#feed(code)))
    )
  }

  async #write(code: 'GT' | 'JM', directoryName: string) {
    const written = await writeTraffic(`${directoryName}/${code}`, {
      seed: this.seed,
      now: Date.now(),
      administration: code,
      consignments: this.consignments,
    })
    this.logger.info(`${code}: ${written} messages written to ${directoryName}/${code}`)
  }

  async #feed(code: string) {
    const administration = await directory.byCode(code)
    if (!administration) {
      this.exitCode = 1
      return this.logger.error(`There is no administration ${code}. Run ./ace demo:install first.`)
    }
    const progress: DemoProgress = readProgress(code) ?? {
      seed: this.seed,
      now: Date.now(),
      consignments: this.consignments,
      fed: 0,
      done: false,
    }
    if (progress.done)
      return this.logger.info(`${code}: the traffic of ${new Date(progress.now).toISOString()} is there already`)
    keepProgress(code, progress)
    const actor = { kind: 'system' as const, id: 'demo:traffic' }
    await tenancy.run({ administration, actor, correlationId: randomUUID() }, async () => {
      await feedTraffic(progress, (line) => this.logger.info(line))
      this.logger.info(`${code}: ${progress.fed} messages filed, reading and weighing`)
      await waitUntilWeighed()
      // Orders first: what was ordered is not dismissed as well.
      const ordered = await seedOutcomes(progress.seed, progress.now)
      const decided = await decidePastAlerts()
      for (const refused of await startOpenWork()) this.logger.warning(`${code}: ${refused}`)
      keepProgress(code, { ...progress, done: true })
      this.logger.info(
        `${code}: weighed; ${decided} alerts of ships already here were decided, ${ordered} inspections ordered`
      )
    })
  }
}
