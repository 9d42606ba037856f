import router from '@adonisjs/core/services/router'
import { errors } from '@adonisjs/core/http'
import { administrationPages, publicPages } from '#start/kernel'
import { developmentSurface } from '#config/app'

/** Development pages exist only where demonstrations do (DECISIONS 12). */
if (developmentSurface) {
  router
    .get('/dev/components', ({ inertia }) => inertia.render('dev/components', {}))
    .as('dev.components')
    .use(publicPages())
}

router.get('/health', ({ response }) => response.json({ ok: true })).as('health')

/** What matches nothing is a page too: with the house's headers, language and a way back. */
const missing = ({ request }: { request: { method(): string; url(): string } }) => {
  throw new errors.E_ROUTE_NOT_FOUND([request.method(), request.url()])
}
router.get('/a/:code/*', missing).as('missing.administration').use(administrationPages())
router.get('/*', missing).as('missing').use(publicPages())
