import type { Instant } from '#core/kernel/instant'
import type { Filing, PlannedCall } from './filing.js'
import type { Numbering } from './numbering.js'
import type { DemoAdministration } from './traffic.js'

export interface StoryContext {
  readonly seed: number
  readonly now: Instant
  readonly administration: DemoAdministration
  /** In order of arrival; the silent ones are left out. */
  readonly calls: readonly PlannedCall[]
  readonly numbering: Numbering
}

/** Something planted for officers to find; STORIES.md says what they should see. */
export interface Story {
  readonly key: string
  readonly administrations: readonly DemoAdministration[]
  filings(context: StoryContext): readonly Filing[]
}
