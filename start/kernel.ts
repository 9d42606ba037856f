import router from '@adonisjs/core/services/router'
import server from '@adonisjs/core/services/server'

server.errorHandler(() => import('#platform/http/exception_handler'))

server.use([
  () => import('#platform/http/security_headers_middleware'),
  () => import('#platform/http/container_bindings_middleware'),
  () => import('@adonisjs/static/static_middleware'),
  () => import('@adonisjs/vite/vite_middleware'),
])

/**
 * Nothing runs for every route: the machine API carries no session, shield or page (DECISIONS 9).
 * `web` is the stack of pages, in this order.
 */
export const middleware = router.named({
  administration: () => import('#platform/http/administration_middleware'),
  body: () => import('#platform/http/body_middleware'),
  session: () => import('#platform/http/session_middleware'),
  shield: () => import('#platform/http/shield_middleware'),
  authentication: () => import('@adonisjs/auth/initialize_auth_middleware'),
  officer: () => import('#platform/http/officer_middleware'),
  filer: () => import('#platform/http/filer_middleware'),
  operator: () => import('#platform/http/operator_middleware'),
  fresh: () => import('#platform/http/fresh_middleware'),
  enrolling: () => import('#platform/http/enrolling_middleware'),
  may: () => import('#platform/http/may_middleware'),
  token: () => import('#app/intake/middleware/api_token_middleware'),
  locale: () => import('#platform/http/locale_middleware'),
  page: () => import('#platform/http/inertia_middleware'),
})

/** Pages of anybody, of officers and of filers of one administration, and of operators. */
export const publicPages = () => [
  middleware.body(),
  middleware.session(),
  middleware.shield(),
  middleware.authentication(),
  middleware.locale(),
  middleware.page(),
]
export const officerPages = () => [
  middleware.administration(),
  middleware.body(),
  middleware.session(),
  middleware.shield(),
  middleware.authentication(),
  middleware.officer(),
  middleware.locale(),
  middleware.page(),
]
/** Also for a session that still owes its second factor: the second step itself, and signing out. */
export const owingOfficerPages = () => [
  middleware.administration(),
  middleware.body(),
  middleware.session(),
  middleware.shield(),
  middleware.authentication(),
  middleware.officer('owing'),
  middleware.locale(),
  middleware.page(),
]
export const administrationPages = () => [middleware.administration(), ...publicPages()]
export const filerPages = () => [
  middleware.administration(),
  middleware.body(),
  middleware.session(),
  middleware.shield(),
  middleware.authentication(),
  middleware.filer(),
  middleware.locale(),
  middleware.page(),
]
export const owingFilerPages = () => [
  middleware.administration(),
  middleware.body(),
  middleware.session(),
  middleware.shield(),
  middleware.authentication(),
  middleware.filer('owing'),
  middleware.locale(),
  middleware.page(),
]
export const operatorPages = () => [
  middleware.body(),
  middleware.session(),
  middleware.shield(),
  middleware.authentication(),
  middleware.operator(),
  middleware.locale(),
  middleware.page(),
]
export const owingOperatorPages = () => [
  middleware.body(),
  middleware.session(),
  middleware.shield(),
  middleware.authentication(),
  middleware.operator('owing'),
  middleware.locale(),
  middleware.page(),
]
