import router from '@adonisjs/core/services/router'
import { administrationPages, officerPages, owingOfficerPages } from '#start/kernel'
import { accountRoutes, owingRoutes } from '#platform/identity/routes'

const SessionController = () => import('./controllers/session_controller.js')
const LettersController = () => import('./controllers/letters_controller.js')

/** Links from letters, for who cannot sign in. Looking uses nothing up; sending the form does (T75). */
router
  .group(() => {
    router.get('/forgot', [LettersController, 'forgot']).as('forgot.show')
    router.post('/forgot', [LettersController, 'requestReset']).as('forgot.store')
    router.get('/reset/:token', [LettersController, 'reset']).as('reset.show')
    router.post('/reset/:token', [LettersController, 'storeReset']).as('reset.store')
    router.get('/not-me/:token', [LettersController, 'notMe']).as('not_me.show')
    router.post('/not-me/:token', [LettersController, 'storeNotMe']).as('not_me.store')
  })
  .prefix('/a/:code')
  .use(administrationPages())

router
  .group(() => {
    owingRoutes()
    router.post('/sign-out', [SessionController, 'destroy']).as('session.destroy')
  })
  .prefix('/a/:code')
  .use(owingOfficerPages())

router.group(accountRoutes).prefix('/a/:code').use(officerPages())
