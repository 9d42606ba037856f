import type { AnswerDecision } from '../../core/formats/answer.js'
import type { PluginDefinition } from '../main.js'
import { defaultSettings } from '../main.js'
import { problemsOf, type Read } from './reading.js'

/** What a plugin answers to one cargo report. */
export interface WrittenAnswer {
  readonly acknowledgement: string
  readonly type: string
  /** Index of the Message answered. */
  readonly message: number
  /** `null`: the report cannot be answered so. */
  readonly bytes: Uint8Array | null
}

/**
 * Every answer of a plugin to every report of a reading: with the codes of Problems in the place of their
 * sentences, and accepted unless `outcome` says otherwise.
 */
export const answersTo = (
  { messages }: Read,
  plugin: PluginDefinition,
  outcome?: AnswerDecision['outcome']
): readonly WrittenAnswer[] =>
  messages.flatMap((message) => {
    const { report, envelope = null, index } = message
    if (!report) return []
    const problems = problemsOf(message).filter(({ severity }) => severity !== 'info')
    const decided = outcome ?? (problems.length === 0 ? 'accepted' : 'accepted_with_problems')
    const decision = { outcome: decided, registration: decided === 'rejected' ? null : 'R-2026-1' }
    const input = { report, envelope, problems, decision, settings: defaultSettings(plugin), say: codeOf }
    return (plugin.acknowledgements ?? [])
      .filter(({ answers }) => answers === report.profile.split('@')[0])
      .map(({ code, file, write }) => {
        const bytes = write(input, { reference: 'ANSWER1', writtenAt: '2026-01-31T08:15' })
        return { acknowledgement: code, type: file.type, message: index, bytes }
      })
  })

const codeOf = ({ code }: { readonly code: string }): string => code
