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
 * What is done to alerts. `after` reloads what the acts changed, and hears which were done. A claim waits for the
 * server; what stays inside the desk shows its undo for ten seconds. What was refused of many is told row by row, and
 * what was written for an act of which nothing was done is kept.
 */
export const useAlertActs = (after: (changed: string[], done: readonly string[]) => void) => {
  const path = usePath()
  const toast = useToast()
  const { t } = useT()
  const saving = ref(false)
  /** Why the last act was refused, as a sentence. */
  const refused = ref<string | null>(null)
  /** The same by alert, where one act concerned many. */
  const refusals = ref<ReadonlyMap<string, string>>(new Map())
  /** What was written for the last act, if nothing of it was done. */
  const unsent = ref<string | null>(null)

  /** `run` says which were done. */
  const act = async (changed: string[], run: () => Promise<readonly string[]>, note: string | null = null) => {
    saving.value = true
    refused.value = null
    unsent.value = null
    refusals.value = new Map()
    try {
      const done = await run()
      if (done.length === 0) unsent.value = note
      after(changed, done)
    } catch (error) {
      unsent.value = note
      if (!(error instanceof RequestRefused)) refused.value = t('common.no_connection')
      else {
        const { holder } = error.body as Partial<ClaimAnswer>
        const message = error.body.message ?? Object.values(error.body.errors ?? {})[0]
        if (holder) refused.value = t('triage.held_by', { name: holder.name })
        else if (typeof message === 'string') refused.value = message
        else if (message) refused.value = t(message.key, message.params)
        else refused.value = t('common.refused_status', { status: error.status })
        if (error.status === 409) after(changed, [])
      }
    } finally {
      saving.value = false
    }
  }

  const many = (alerts: string[], { method = 'POST', path: to, body = {}, said, icon, undo }: ManyAct) => {
    const send = async () => {
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
      if (answer.done.length === 0) return answer.done
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
      return answer.done
    }
    return act(alerts, send, typeof body.note === 'string' ? body.note : null)
  }

  /** One alert, answered with anything but a refusal. */
  const one = (alert: string, to: string, body: Record<string, unknown> = {}) =>
    act([alert], async () => {
      await requestJson('POST', path(`/alerts/${alert}/${to}`), body)
      return [alert]
    })

  const takeBack = (alerts: string[], undo: { method: 'POST' | 'DELETE'; path: string }) =>
    act(alerts, async () => (await requestJson<DismissalAnswer>(undo.method, path(undo.path), { alerts })).done)

  const DISMISSALS = { method: 'DELETE', path: '/alerts/dismissals' } as const
  return {
    saving,
    refused,
    refusals,
    unsent,
    claim: (alert: string) => one(alert, 'claim'),
    release: (alert: string) => one(alert, 'release'),
    step: (alert: string, to: string, seen: number, note: string | null) =>
      one(alert, 'steps', { act: to, reason: null, note, seen }),
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
