import { onUnmounted, ref } from 'vue'

const APART = 10_000

/** Text for a polite live region: the newest, and at most one in ten seconds. */
export const useAnnouncer = () => {
  const said = ref('')
  let waiting: string | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const next = () => {
    timer = undefined
    if (waiting !== null) say(waiting)
  }
  const say = (text: string) => {
    if (timer !== undefined) {
      waiting = text
      return
    }
    waiting = null
    said.value = text
    timer = setTimeout(next, APART)
  }
  onUnmounted(() => clearTimeout(timer))
  return { said, say }
}
