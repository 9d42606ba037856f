import { ref } from 'vue'
import type { RecentNotifications } from '../pages/notifications/index.props.js'
import { requestJson } from './use_request.js'
import { usePath, useShared } from './use_shared.js'

const FRESH_FOR = 30_000

const recent = ref<RecentNotifications | null>(null)
const failed = ref(false)
let loadedAt = 0
let owner: string | null = null

/** What the bell shows: one state for all pages of the signed-in person. */
export const useNotifications = () => {
  const path = usePath()
  const shared = useShared()

  const load = async () => {
    const asking = shared.value.user?.id ?? null
    if (owner !== asking) recent.value = null
    owner = asking
    loadedAt = Date.now()
    try {
      const answer = await requestJson<RecentNotifications>('GET', path('/notifications/recent'))
      // Somebody else may have signed in meanwhile.
      if (owner === asking) recent.value = answer
      failed.value = false
    } catch {
      failed.value = true
    }
  }

  return {
    recent,
    failed,
    load,
    /** At a page change: what was asked a moment ago is not asked again. */
    loadIfOld: () => (owner !== (shared.value.user?.id ?? null) || Date.now() - loadedAt > FRESH_FOR ? load() : null),
    /** Lines by their newest notification; `null` is all. The stream then says that the count changed. */
    markRead: async (ids: string[] | null) => {
      await requestJson('POST', path('/notifications/read'), { ids })
      await load()
    },
  }
}
