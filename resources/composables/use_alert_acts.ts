import { useToast } from '@nuxt/ui/composables/useToast'
import { ref } from 'vue'
import type { ClaimAnswer, DismissalAnswer } from '../pages/triage/index.props.js'
import { RequestRefused, requestJson } from './use_request.js'
import { usePath } from './use_shared.js'
import { useT } from './use_t.js'

const UNDO_MILLISECONDS = 10_000

/** An act on many: where it is sent, what goes with it, what is said when it was done, and how it is taken back. */
export interface ManyAct {
  method?: 'POST' | 'DELETE'
  path: string
  body?: Record<string, unknown>
  /** Sentence with `{count}`. */
  said: string
  icon: string
  undo?: { method: 'POST' | 'DELETE'; path: string }
}

/**
 * What is done to alerts. `after` reloads what the acts changed. A claim waits for the server; what stays inside
 * the desk shows its undo for ten seconds. What was refused of many is told row by row.
 */
export const useAlertActs = (after: (changed: string[]) => void) => {
  const path = usePath()
  const toast = useToast()
  const { t } = useT()
  const saving = ref(false)
  /** Why the last act was refused, as a sentence. */
  const refused = ref<string | null>(null)
  /** The same by alert, where one act concerned many. */
  const refusals = ref<ReadonlyMap<string, string>>(new Map())

  const act = async (changed: string[], run: () => Promise<void>) => {
    saving.value = true
    refused.value = null
    refusals.value = new Map()
    try {
      await run()
      after(changed)
    } catch (error) {
      if (!(error instanceof RequestRefused)) refused.value = t('common.no_connection')
      else {
        const { holder } = error.body as Partial<ClaimAnswer>
        const message = error.body.message ?? Object.values(error.body.errors ?? {})[0]
        if (holder) refused.value = t('triage.held_by', { name: holder.name })
        else if (typeof message === 'string') refused.value = message
        else if (message) refused.value = t(message.key, message.params)
        else refused.value = t('common.refused_status', { status: error.status })
        if (error.status === 409) after(changed)
      }
    } finally {
      saving.value = false
    }
  }

  const many = (alerts: string[], { method = 'POST', path: to, body = {}, said, icon, undo }: ManyAct) =>
    act(alerts, async () => {
      const answer = await requestJson<DismissalAnswer>(method, path(to), {
        alerts,
        ...body,
        ...(method === 'POST' ? { confirmed: alerts.length } : {}),
      })
      refusals.value = new Map(answer.refused.map((each) => [each.alert, t(each.key, each.params)]))
      const first = answer.refused[0]
      if (first)
        refused.value =
          alerts.length > 1
            ? t('triage.refused_some', {
                count: answer.refused.length,
                of: alerts.length,
                because: t(first.key, first.params),
              })
            : t(first.key, first.params)
      if (answer.done.length === 0) return
      toast.add({
        title: t(said, { count: answer.done.length }),
        icon,
        duration: UNDO_MILLISECONDS,
        ...(undo
          ? {
              actions: [
                {
                  label: t('triage.undo'),
                  color: 'neutral' as const,
                  variant: 'solid' as const,
                  onClick: () => void takeBack(answer.done, undo),
                },
              ],
            }
          : {}),
      })
    })

  const takeBack = (alerts: string[], undo: { method: 'POST' | 'DELETE'; path: string }) =>
    act(alerts, async () => {
      await requestJson(undo.method, path(undo.path), { alerts })
    })

  const DISMISSALS = { method: 'DELETE', path: '/alerts/dismissals' } as const
  return {
    saving,
    refused,
    refusals,
    claim: (alert: string) =>
      act([alert], async () => void (await requestJson<ClaimAnswer>('POST', path(`/alerts/${alert}/claim`), {}))),
    release: (alert: string) =>
      act([alert], async () => void (await requestJson('POST', path(`/alerts/${alert}/release`), {}))),
    step: (alert: string, to: string, seen: number, note: string | null) =>
      act(
        [alert],
        async () =>
          void (await requestJson('POST', path(`/alerts/${alert}/steps`), { act: to, reason: null, note, seen }))
      ),
    dismiss: (alerts: string[], reason: string, note: string | null) =>
      many(alerts, {
        path: '/alerts/dismissals',
        body: { reason, note },
        said: 'triage.dismissed',
        icon: 'i-lucide-archive',
        undo: DISMISSALS,
      }),
    snooze: (alerts: string[], until: string, event: string | null) =>
      many(alerts, {
        path: '/alerts/snoozes',
        body: { until, for: event, note: null },
        said: 'triage.snoozed',
        icon: 'i-lucide-moon',
        undo: { method: 'DELETE', path: '/alerts/snoozes' },
      }),
    wake: (alerts: string[]) =>
      many(alerts, { method: 'DELETE', path: '/alerts/snoozes', said: 'triage.woken', icon: 'i-lucide-sun' }),
    merge: (alerts: string[], into: string) =>
      many(alerts, {
        path: '/alerts/merges',
        body: { into },
        said: 'triage.merged',
        icon: 'i-lucide-git-merge',
        undo: { method: 'DELETE', path: '/alerts/merges' },
      }),
    detach: (alerts: string[]) =>
      many(alerts, { method: 'DELETE', path: '/alerts/merges', said: 'triage.detached', icon: 'i-lucide-split' }),
    assign: (alerts: string[], officer: string | null, note: string | null) =>
      many(alerts, {
        path: '/alerts/assignments',
        body: { officer, note },
        said: 'triage.assigned',
        icon: 'i-lucide-user-check',
      }),
    reopen: (alerts: string[], note: string) =>
      many(alerts, {
        path: '/alerts/reopenings',
        body: { note },
        said: 'triage.reopened',
        icon: 'i-lucide-archive-restore',
      }),
    suppress: (alerts: string[], reason: string, note: string | null, days: number) =>
      many(alerts, {
        path: '/alerts/suppressions',
        body: { reason, note, days },
        said: 'triage.suppressed',
        icon: 'i-lucide-bell-off',
      }),
    undo: (alerts: string[]) => takeBack(alerts, DISMISSALS),
  }
}
