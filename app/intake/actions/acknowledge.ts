import i18nManager from '@adonisjs/i18n/services/main'
import type { AnswerOptions } from '#core/formats/answer'
import type { CargoReport } from '#core/cargo/cargo_report'
import type { Problem } from '#core/kernel/problem'
import { enabledPlugins } from '#platform/plugins/enabled_plugins'
import { tenancy } from '#platform/tenancy/tenant_context'
import type { AnswerInput } from '#sdk'
import type { AnswerFile } from '../answer.js'
import { isOfPlugin } from '../queries/senders/list_offered_answers.js'

interface Acknowledging {
  /** Code of the acknowledgement. */
  readonly kind: string
  readonly file: AnswerFile
  write(input: Omit<AnswerInput, 'settings' | 'say'>, head: AnswerOptions): Uint8Array | null
}

/** How a plugin that is enabled answers this report, if one is chosen that answers what its profile reads; else `null`. */
export async function acknowledgementFor(
  { profile }: CargoReport,
  chosen: readonly string[]
): Promise<Acknowledging | null> {
  if (!chosen.some(isOfPlugin)) return null
  const [read] = profile.split('@')
  for (const { plugin, settings } of await enabledPlugins())
    for (const each of plugin.acknowledgements ?? [])
      if (each.answers === read && chosen.includes(each.code))
        return {
          kind: each.code,
          file: each.file,
          write: (input, head) => each.write({ ...input, settings, say: sentenceOf }, head),
        }
  return null
}

/** In the language of the administration. */
const sentenceOf = ({ code, params }: Problem): string =>
  i18nManager.locale(tenancy.current().administration.locale).t(`problems.${code}`, { ...params }, code)
