import { onMounted, onUnmounted, ref } from 'vue'

const now = ref(Date.now())
let watchers = 0
let timer: ReturnType<typeof setInterval> | undefined

/** One clock for the page; ticks each half minute, so that minutes are right and nothing blinks. */
export const useNow = () => {
  onMounted(() => {
    watchers += 1
    now.value = Date.now()
    timer ??= setInterval(() => (now.value = Date.now()), 30_000)
  })
  onUnmounted(() => {
    watchers -= 1
    if (watchers > 0) return
    clearInterval(timer)
    timer = undefined
  })
  return now
}
