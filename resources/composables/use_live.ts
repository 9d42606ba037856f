import { computed, onMounted, onUnmounted, ref } from 'vue'
import { useNow } from './use_now.js'
import { usePath } from './use_shared.js'

export interface LiveEvent {
  /** e.g. `alert:raised`. */
  kind: string
  id: string
}

type Handler = (event: LiveEvent) => void

const SILENT_AFTER = 2 * 60_000
const handlers = new Set<Handler>()
const heardAt = ref<number | null>(null)
let source: EventSource | null = null

const hear = (message: MessageEvent<string>) => {
  heardAt.value = Date.now()
  const event = JSON.parse(message.data) as LiveEvent
  if (event.kind !== 'alive') for (const handler of handlers) handler(event)
}

const open = (address: string) => {
  source = new EventSource(address)
  source.onmessage = hear
  source.onopen = () => (heardAt.value = Date.now())
}

/**
 * One stream of events for the page. Events carry ids only; what changed is asked for.
 * `silent` turns true after two minutes without a sign of life.
 */
export const useLive = (handler?: Handler) => {
  const path = usePath()
  const now = useNow()
  onMounted(() => {
    if (handler) handlers.add(handler)
    if (!source) open(path('/live'))
  })
  onUnmounted(() => {
    if (handler) handlers.delete(handler)
  })
  return {
    heardAt,
    silent: computed(() => heardAt.value === null || now.value - heardAt.value > SILENT_AFTER),
  }
}

/** At sign-out the stream ends with the session. */
export const closeLive = () => {
  source?.close()
  source = null
}
