import { router } from '@inertiajs/vue3'
import { computed, nextTick, ref } from 'vue'
import type { TriageProps, TriageRow } from '../pages/triage/index.props.js'
import { useLive } from './use_live.js'
import { addressWith, visitWith } from './use_query.js'
import { usePath } from './use_shared.js'

const QUEUE = ['groups', 'counts', 'asOf', 'today', 'loaded', 'total', 'beyond']
const ROWS_MORE = 100
const MOST_ROWS = 1000
const KEPT = { preserveState: true, preserveScroll: true, replace: true } as const

/** The rows of the desk, which of them is open, and how an officer moves among them. New ones wait until they are let in. */
export const useTriageQueue = (props: Readonly<TriageProps>) => {
  const path = usePath()
  const rows = computed(() => props.groups.flatMap((group) => group.rows))
  const openRow = computed(
    () => rows.value.find(({ alerts }) => props.open !== null && alerts.includes(props.open.alert.id)) ?? null
  )
  const query = computed(() => ({
    ...props.filters,
    view: props.filters.view === 'all' ? null : props.filters.view,
    sort: props.filters.sort === 'urgency' ? null : props.filters.sort,
  }))
  const filter = (change: Record<string, string | null>) => visitWith(path('/triage'), { ...query.value, ...change })

  const address = (alert: string) => addressWith(path(`/triage/${alert}`), query.value)
  const show = (row: TriageRow) => router.visit(address(row.alert), { only: ['open'], ...KEPT })
  /** The whole page anew, with this alert open; without one, the list and what is open. */
  const goOn = (alert: string | undefined) =>
    alert ? router.visit(address(alert), KEPT) : router.reload({ only: [...QUEUE, 'open'] })

  const more = () => router.reload({ only: QUEUE, data: { rows: Math.min(props.loaded + ROWS_MORE, MOST_ROWS) } })
  const waiting = ref(0)
  const letIn = () => {
    waiting.value = 0
    router.reload({ only: QUEUE })
  }
  useLive(({ kind }) => {
    if (kind === 'alert:raised') waiting.value += 1
  })

  const move = (by: number) => {
    const at = openRow.value ? rows.value.indexOf(openRow.value) : -1
    const next = rows.value[Math.min(Math.max(at + by, 0), rows.value.length - 1)]
    if (!next) return
    show(next)
    void nextTick(() => document.getElementById(`row-${next.alert}`)?.scrollIntoView({ block: 'nearest' }))
  }
  return { rows, openRow, filter, show, goOn, more, waiting, letIn, move }
}
