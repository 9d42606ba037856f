import { router } from '@inertiajs/vue3'
import { computed, onMounted, onUnmounted, ref } from 'vue'
import { useNow } from './use_now.js'
import { usePath } from './use_shared.js'

export interface LiveEvent {
  /** e.g. `alert:raised`. */
  kind: string
  id: string
}

type Handler = (event: LiveEvent) => void

/** What holds up the work of the administration. */
export interface Trouble {
  code: string
  since: string
}

const SILENT_AFTER = 2 * 60_000
/** A connection that comes back within this time was no news. */
const LOST_AFTER = 5_000
/** A stream the server refused (it has troubles of its own) is not opened again by the browser. */
const AGAIN_AFTER = 5_000
const handlers = new Set<Handler>()
const heardAt = ref<number | null>(null)
const lostAt = ref<number | null>(null)
/** It has been away long enough to say so. */
const lost = ref(false)
let lostTimer: ReturnType<typeof setTimeout> | undefined
const troubles = ref<readonly Trouble[]>([])
let source: EventSource | null = null
let holds = false

/** Acts under way, and what was heard meanwhile. */
let acting = 0
const heard: LiveEvent[] = []
const tell = (events: readonly LiveEvent[]) => {
  for (const event of events) for (const handler of handlers) handler(event)
}

/** While an act is under way nobody is told: a page that asked for itself then could come back with what stood before it. */
const holdDuringActs = () => {
  router.on('start', ({ detail }) => void (detail.visit.method !== 'get' && acting++))
  router.on('finish', ({ detail }) => {
    if (detail.visit.method === 'get') return
    acting = Math.max(0, acting - 1)
    if (acting === 0) tell(heard.splice(0))
  })
}

const hear = (message: MessageEvent<string>) => {
  heardAt.value = Date.now()
  const event = JSON.parse(message.data) as LiveEvent
  if (event.kind === 'alive') return
  if (acting > 0) heard.push(event)
  else tell([event])
}

const goneAway = () => {
  if (lostAt.value !== null) return
  lostAt.value = Date.now()
  lostTimer = setTimeout(() => (lost.value = true), LOST_AFTER)
}

const cameBack = () => {
  clearTimeout(lostTimer)
  lostAt.value = null
  lost.value = false
}

const open = (address: string) => {
  source = new EventSource(address)
  source.onmessage = hear
  source.onopen = () => {
    heardAt.value = Date.now()
    cameBack()
    // What is still wrong is told again at once.
    troubles.value = []
  }
  source.onerror = () => {
    goneAway()
    if (source?.readyState !== EventSource.CLOSED) return
    source = null
    setTimeout(() => source ?? open(address), AGAIN_AFTER)
  }
  source.addEventListener('system', (message: MessageEvent<string>) => {
    heardAt.value = Date.now()
    troubles.value = JSON.parse(message.data) as Trouble[]
  })
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
    if (!holds) holdDuringActs()
    holds = true
    if (!source) open(path('/live'))
  })
  onUnmounted(() => {
    if (handler) handlers.delete(handler)
  })
  return {
    heardAt,
    /** What holds up the work, as the server says; since when there is no way to the server comes before it. */
    troubles: computed<readonly Trouble[]>(() =>
      lost.value && lostAt.value !== null
        ? [{ code: 'connection_lost', since: new Date(lostAt.value).toISOString() }]
        : troubles.value
    ),
    silent: computed(() => heardAt.value === null || now.value - heardAt.value > SILENT_AFTER),
  }
}

/** At sign-out the stream ends with the session. */
export const closeLive = () => {
  source?.close()
  source = null
  cameBack()
  troubles.value = []
}
