import { usePage } from '@inertiajs/vue3'
import { computed } from 'vue'
import type { SharedProps } from '../props/shared.js'

/** The props every page has, typed. */
export const useShared = () => {
  const page = usePage()
  return computed(() => page.props as unknown as SharedProps)
}

/** Whether the signed-in person may do something: what the server refuses is not shown either. */
export const useMay = () => {
  const shared = useShared()
  return (permission: string) => shared.value.user?.permissions.includes(permission) ?? false
}

/** Whether this is the filers' portal: officers' bells, streams and menus are not there. */
export const usePortal = () => {
  const page = usePage()
  return computed(() => /^\/a\/[^/]+\/filer(?:[/?]|$)/.test(page.url))
}

/** Path inside the current administration: `path('/arrivals')` is `/a/GT/arrivals`. */
export const usePath = () => {
  const shared = useShared()
  return (path: string) => (shared.value.administration ? `/a/${shared.value.administration.code}${path}` : path)
}
