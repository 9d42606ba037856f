import { computed, ref, watch, type ComputedRef } from 'vue'

/** Rows of a list that are ticked, by their alert; what leaves the list is ticked no longer. */
export const useTicks = <Row extends { alert: string }>(rows: ComputedRef<Row[]>) => {
  const ticked = ref(new Set<string>())
  const tickedRows = computed(() => rows.value.filter(({ alert }) => ticked.value.has(alert)))
  /** The row ticked last: where a range begins. */
  let anchor: string | null = null
  const toggle = (row: Row, range = false) => {
    const next = new Set(ticked.value)
    const from = range ? rows.value.findIndex(({ alert }) => alert === anchor) : -1
    const to = rows.value.indexOf(row)
    if (from >= 0) for (const each of rows.value.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(each.alert)
    else if (!next.delete(row.alert)) next.add(row.alert)
    anchor = row.alert
    ticked.value = next
  }
  const tickOnly = (chosen: readonly Row[]) => (ticked.value = new Set(chosen.map(({ alert }) => alert)))
  watch(rows, () => tickOnly(tickedRows.value))
  return { ticked, tickedRows, toggle, tickOnly }
}
