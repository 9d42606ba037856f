import router from '@adonisjs/core/services/router'
import { middleware, officerPages } from '#start/kernel'

const AlertsController = () => import('./controllers/alerts_controller.js')

router
  .group(() => {
    router.post('/alerts/:id/claim', [AlertsController, 'claim']).as('alerts.claim').where('id', router.matchers.uuid())
    router
      .post('/alerts/:id/release', [AlertsController, 'release'])
      .as('alerts.release')
      .where('id', router.matchers.uuid())
    router.post('/alerts/dismissals', [AlertsController, 'dismiss']).as('alerts.dismiss')
    router.delete('/alerts/dismissals', [AlertsController, 'undo']).as('alerts.undo')
  })
  .prefix('/a/:code')
  .use([...officerPages(), middleware.may('alerts.triage')])
