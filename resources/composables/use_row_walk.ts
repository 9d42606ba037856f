import { ref } from 'vue'
import { useKeys } from './use_keys.js'

/** j and k walk the rows of a list whose links have the ids `<prefix>-<index>`; `at` is where the focus stands. */
export const useRowWalk = (prefix: string, count: () => number) => {
  const at = ref(0)
  const move = (by: number) => {
    at.value = Math.min(Math.max(at.value + by, 0), count() - 1)
    document.getElementById(`${prefix}-${at.value}`)?.focus()
  }
  useKeys([
    { keys: 'j', does: 'common.key_next', run: () => move(1) },
    { keys: 'k', does: 'common.key_previous', run: () => move(-1) },
  ])
  return at
}
