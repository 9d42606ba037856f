import { useToast } from '@nuxt/ui/composables/useToast'
import { ref } from 'vue'
import type { ClaimAnswer, DismissalAnswer } from '../pages/triage/index.props.js'
import { RequestRefused, requestJson } from './use_request.js'
import { usePath } from './use_shared.js'
import { useT } from './use_t.js'

const UNDO_MILLISECONDS = 10_000

/**
 * Claim, give back, dismiss, undo. `after` reloads what the acts changed. A claim waits
 * for the server; a dismissal shows its undo for ten seconds.
 */
export const useAlertActs = (after: (changed: string[]) => void) => {
  const path = usePath()
  const toast = useToast()
  const { t } = useT()
  const saving = ref(false)
  /** Why the last act was refused, as a sentence. */
  const refused = ref<string | null>(null)

  const act = async (changed: string[], run: () => Promise<void>) => {
    saving.value = true
    refused.value = null
    try {
      await run()
      after(changed)
    } catch (error) {
      if (!(error instanceof RequestRefused)) refused.value = t('common.no_connection')
      else {
        const { holder } = error.body as Partial<ClaimAnswer>
        const message = error.body.message
        if (holder) refused.value = t('triage.held_by', { name: holder.name })
        else if (message) refused.value = t(message.key, message.params)
        else refused.value = t('common.refused_status', { status: error.status })
        if (error.status === 409) after(changed)
      }
    } finally {
      saving.value = false
    }
  }

  const undo = (alerts: string[]) =>
    act(alerts, async () => {
      await requestJson('DELETE', path('/alerts/dismissals'), { alerts })
    })

  const offerUndo = (alerts: string[]) =>
    toast.add({
      title: t('triage.dismissed', { count: alerts.length }),
      icon: 'i-lucide-archive',
      duration: UNDO_MILLISECONDS,
      actions: [{ label: t('triage.undo'), color: 'neutral', variant: 'solid', onClick: () => void undo(alerts) }],
    })

  return {
    saving,
    refused,
    claim: (alert: string) =>
      act([alert], async () => void (await requestJson<ClaimAnswer>('POST', path(`/alerts/${alert}/claim`), {}))),
    release: (alert: string) =>
      act([alert], async () => void (await requestJson('POST', path(`/alerts/${alert}/release`), {}))),
    dismiss: (alerts: string[], reason: string, note: string | null) =>
      act(alerts, async () => {
        const answer = await requestJson<DismissalAnswer>('POST', path('/alerts/dismissals'), { alerts, reason, note })
        const first = answer.refused[0]
        if (first) refused.value = t(first.key, first.params)
        if (answer.done.length > 0) offerUndo(answer.done)
      }),
    undo,
  }
}
