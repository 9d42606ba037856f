import { router } from '@inertiajs/vue3'
import { onUnmounted, ref } from 'vue'

/** Whoever shows the dialog answers it: resolves with whether the proof was given. */
type Ask = (base: string) => Promise<boolean>
let ask: Ask | null = null

interface Refused {
  code?: unknown
  base?: unknown
}
const baseOf = (body: unknown): string | null => {
  const refused = (typeof body === 'object' && body !== null ? body : {}) as Refused
  return refused.code === 'E_NOT_FRESH' && typeof refused.base === 'string' ? refused.base : null
}

/** Asks for a fresh proof where an answer demands one; true when the act may be sent again. */
export const askForFreshProof = async (body: unknown): Promise<boolean> => {
  const base = baseOf(body)
  return base !== null && ask !== null && ask(base)
}

type Visit = Parameters<Parameters<typeof router.on<'start'>>[1]>[0]['detail']['visit']

/**
 * For the shell: `asked` opens the dialog. A visit that was refused for want of a fresh proof goes
 * out again with everything it carried, its own answers included, once the proof is given.
 */
export const useFreshProof = () => {
  const asked = ref<string | null>(null)
  let resolve: ((given: boolean) => void) | null = null
  let last: Visit | null = null

  const open: Ask = (base) =>
    new Promise((done) => {
      resolve?.(false)
      resolve = done
      asked.value = base
    })
  const close = (given: boolean) => {
    asked.value = null
    resolve?.(given)
    resolve = null
  }
  const again = (visit: Visit) => {
    const { url, completed: _completed, cancelled: _cancelled, interrupted: _interrupted, id: _id, ...rest } = visit
    router.visit(url, rest)
  }

  const stopStart = router.on('start', ({ detail }) => {
    if (!detail.visit.prefetch) last = detail.visit
  })
  const stopRefused = router.on('httpException', (event) => {
    const { data } = event.detail.response
    const base = baseOf(typeof data === 'string' ? parsed(data) : data)
    if (!base) return
    event.preventDefault()
    const visit = last
    void open(base).then((given) => given && visit && again(visit))
  })
  ask = open
  onUnmounted(() => {
    stopStart()
    stopRefused()
    if (ask === open) ask = null
  })
  return { asked, close }
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
