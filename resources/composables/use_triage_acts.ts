import { ref } from 'vue'
import type { TriageProps, TriageRow } from '../pages/triage/index.props.js'
import { useAlertActs } from './use_alert_acts.js'
import { useT } from './use_t.js'
import type { useTicks } from './use_ticks.js'
import type { useTriageQueue } from './use_triage_queue.js'

/** Over fifty the number is typed: nobody decides on hundreds by a slip. */
const CONFIRM_ABOVE = 50

/** What is decided at the desk: about the ticked rows, else the open one. Hands stay on the keys: the row after it opens. */
export const useTriageActs = (
  props: Readonly<TriageProps>,
  { rows, openRow, goOn }: ReturnType<typeof useTriageQueue>,
  { tickedRows, tickOnly }: ReturnType<typeof useTicks<TriageRow>>
) => {
  const { t } = useT()
  const following = ref<TriageRow | null>(null)
  const acts = useAlertActs((changed, done) => {
    // Nothing was done: the row stays open, as it is now.
    const next = done.length > 0 ? following.value?.alert : changed.find((alert) => alert === props.open?.alert.id)
    following.value = null
    // What failed stays ticked, with its cause.
    tickOnly(rows.value.filter(({ alerts }) => alerts.some((alert) => acts.refusals.value.has(alert))))
    goOn(next)
  })

  const alertsTicked = () => tickedRows.value.flatMap(({ alerts }) => alerts)
  const chosen = () => (tickedRows.value.length > 0 ? alertsTicked() : (props.open?.alerts ?? []))
  /** An act after which the chosen leave the list. */
  const leaving = (act: (alerts: string[]) => Promise<unknown>) => {
    const alerts = chosen()
    const count = alerts.length
    if (count > CONFIRM_ABOVE && Number(window.prompt(t('triage.confirm_many', { count }))) !== count) return
    if (tickedRows.value.length === 0 && openRow.value)
      following.value = rows.value[rows.value.indexOf(openRow.value) + 1] ?? null
    void act(alerts).finally(() => (following.value = null))
  }

  const claimAll = async () => {
    const alerts = tickedRows.value.length > 0 ? alertsTicked() : props.open ? [props.open.alert.id] : []
    for (const alert of alerts) await acts.claim(alert)
  }
  /** Ticked alerts become one: the strongest of them, of equals the first. */
  const mergeTicked = () => {
    const byScore = tickedRows.value.toSorted(
      (a, b) => (b.consignment.summary.score ?? 0) - (a.consignment.summary.score ?? 0)
    )
    const strongest = byScore[0]
    if (!strongest || byScore.length < 2) return
    const others = tickedRows.value.filter((row) => row !== strongest)
    void acts.merge(
      others.flatMap(({ alerts }) => alerts),
      strongest.alert
    )
  }
  return {
    ...acts,
    chosen,
    claimAll,
    mergeTicked,
    decide: (reason: string, note: string | null) => leaving((alerts) => acts.dismiss(alerts, reason, note)),
    putAside: (until: string, event: string | null) => leaving((alerts) => acts.snooze(alerts, until, event)),
  }
}
