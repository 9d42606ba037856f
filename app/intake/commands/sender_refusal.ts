import i18nManager from '@adonisjs/i18n/services/main'
import type { Failure } from '#platform/http/failure'

/** Why a command could not change a sender, for the console. */
export function refusal(
  failure: Failure,
  { administration, sender }: { administration: string; sender: string }
): string {
  if (failure.kind === 'not_found')
    return `${administration} knows no sender "${sender}". Senders appear with their first message.`
  const said = failure.kind === 'invalid' ? Object.values(failure.fields) : [failure.sentence]
  return said.map(({ key, params }) => i18nManager.locale('en').t(key, params)).join(' ')
}
