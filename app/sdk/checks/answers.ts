import type { AnswerDecision } from '../../core/formats/answer.js'
import { DEFAULT_SEPARATORS } from '../../core/formats/edifact/separators.js'
import type { EdifactEnvelope } from '../../core/formats/format.js'
import type { Problem } from '../../core/kernel/problem.js'
import type { Acknowledgement, AnswerInput } from '../contributions.js'
import { blankReport } from '../formats/blank.js'
import type { PluginDefinition } from '../plugin.js'
import { defaultSettings, type SettingValues } from '../settings.js'
import { fault, type Found } from './fault.js'
import { deepFreeze } from './freeze.js'

const OUTCOMES: readonly AnswerDecision['outcome'][] = ['accepted', 'accepted_with_problems', 'rejected']
const ENVELOPE: EdifactEnvelope = {
  syntax: { identifier: 'UNOA', version: '2' },
  sender: ['SENDER'],
  recipient: ['CUSTOMS'],
  controlReference: '1',
  test: false,
  separators: DEFAULT_SEPARATORS,
  messageIdentifier: ['CUSCAR', 'D', '95B', 'UN'],
}
const PROBLEM: Problem = {
  code: 'SYN-COUNT',
  severity: 'warning',
  at: { message: 0, segment: 9, tag: 'UNT', line: 9, offset: 0, length: 1 },
}
const HEAD = deepFreeze({ reference: 'ANSWER1', writtenAt: '2026-01-31T08:15' })

/** Answers say what they answer and what their file is, and of a report without data they are written, twice alike. */
export const answerFaults = (plugin: PluginDefinition): readonly Found[] => {
  const readable = [...(plugin.formatProfiles ?? []), ...(plugin.formats ?? [])].map(({ code }) => code)
  const settings = defaultSettings(plugin)
  return (plugin.acknowledgements ?? []).flatMap((each) => {
    const { code, answers, file } = each
    const say = (reason: string, fix: string) => [fault('E_PLUGIN_ANSWER', code, reason, fix)]
    if (!readable.includes(answers))
      return say(`It answers "${answers}", which this plugin does not read.`, `Name one of ${readable.join(', ')}.`)
    if (!/^[a-z]+\/[a-z0-9.+-]+$/.test(file.type) || !/^[a-z0-9]{1,8}$/.test(file.ending))
      return say(`"${file.type}" and "${file.ending}" make no file.`, 'Give a media type and an ending, as xml.')
    return writingFaults(each, settings)
  })
}

function writingFaults(acknowledgement: Acknowledgement, settings: SettingValues): readonly Found[] {
  const { code } = acknowledgement
  const impure = (reason: string, fix: string) => [fault('E_PLUGIN_IMPURE', code, reason, fix)]
  let written = 0
  for (const input of inputsFor(acknowledgement, settings)) {
    try {
      const bytes = acknowledgement.write(input, HEAD)
      if (String(acknowledgement.write(input, HEAD)) !== String(bytes))
        return impure('Written twice it differs.', 'Keep nothing between calls; use no clock and no chance.')
      written += bytes?.length ?? 0
    } catch (error) {
      return impure(
        `It throws on a report without data: ${(error as Error).message}.`,
        'Answer null where it cannot be written; change nothing of the report.'
      )
    }
  }
  return written > 0 ? [] : [fault('E_PLUGIN_ANSWER', code, 'It never writes anything.', 'Hand over bytes.')]
}

const inputsFor = ({ answers }: Acknowledgement, settings: SettingValues): readonly AnswerInput[] =>
  OUTCOMES.flatMap((outcome) =>
    [ENVELOPE, null].map((envelope) =>
      deepFreeze({
        report: blankReport({ code: answers, version: 1 }),
        envelope,
        problems: outcome === 'accepted' ? [] : [PROBLEM],
        decision: { outcome, registration: outcome === 'rejected' ? null : 'R1' },
        settings,
        say: (problem: Problem) => problem.code,
      })
    )
  )
