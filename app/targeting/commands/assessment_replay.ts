import { randomInt } from 'node:crypto'
import { BaseCommand, flags } from '@adonisjs/core/ace'
import { inEveryAdministration } from '#platform/commands/every_administration'
import { countsOf, replaySample } from '../actions/replay_assessments.js'

/** Named one by one; of the rest only how many. */
const SHOWN = 20

/** Weighs stored assessments again from their stored inputs: a difference is a fault of the build or of somebody's hands. */
export default class AssessmentReplayCommand extends BaseCommand {
  static override commandName = 'assessment:replay'
  static override description =
    'Weigh a sample of past assessments again from their stored facts and compare, to the bit'
  static override options = { startApp: true }

  @flags.string({ description: 'Code of one administration; otherwise each' })
  declare administration?: string

  @flags.number({ description: 'Assessments of each administration', default: 1000 })
  declare sample: number

  @flags.number({ description: 'Chooses the sample; printed, so that it can be drawn again' })
  declare seed?: number

  override async run() {
    const seed = this.seed ?? randomInt(1_000_000)
    if (!Number.isInteger(this.sample) || this.sample < 1 || !Number.isInteger(seed)) {
      this.exitCode = 1
      return this.logger.error('--sample is a whole number from 1, --seed a whole number.')
    }
    await inEveryAdministration('assessment:replay', ({ code }) => this.#replay(code, seed), this.administration)
  }

  async #replay(code: string, seed: number): Promise<void> {
    const replayed = await replaySample(this.sample, seed)
    const { same, differs, altered, erased, versions_gone: gone } = countsOf(replayed)
    const unvouched = replayed.filter(({ vouched }) => !vouched).length
    const said =
      `${code}: ${replayed.length} replayed (seed ${seed}): ${same} the same, ${differs} differ, ${altered} altered, ` +
      `${erased} erased, ${gone} weighed with versions that are gone, ${unvouched} from before records were bound to the audit`
    if (differs + altered === 0) return this.logger.success(said)
    this.exitCode = 1
    this.logger.error(said)
    const faulty = replayed.filter(({ outcome }) => outcome === 'differs' || outcome === 'altered')
    for (const { id, outcome, because } of faulty.slice(0, SHOWN)) this.logger.log(`  ${id}  ${outcome}: ${because}`)
    if (faulty.length > SHOWN) this.logger.log(`  and ${faulty.length - SHOWN} more`)
  }
}
