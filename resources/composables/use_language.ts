import { router, usePage } from '@inertiajs/vue3'
import { usePath, usePortal, useShared } from './use_shared.js'

/** Chooses the reader's language where their session lives: the console, the filers' portal, an administration, or nobody's page. */
export const useLanguage = () => {
  const page = usePage()
  const shared = useShared()
  const path = usePath()
  const portal = usePortal()
  const address = () => {
    if (page.url.startsWith('/platform')) return '/platform/preferences/locale'
    if (portal.value) return path('/filer/preferences/locale')
    return shared.value.user ? path('/preferences/locale') : '/preferences/locale'
  }
  return (locale: string) => router.put(address(), { locale }, { preserveScroll: true })
}
