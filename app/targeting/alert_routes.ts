import router from '@adonisjs/core/services/router'
import { middleware, officerPages } from '#start/kernel'

const AlertsController = () => import('./controllers/alerts_controller.js')
const AlertActsController = () => import('./controllers/alert_acts_controller.js')
const AlertSupervisionController = () => import('./controllers/alert_supervision_controller.js')

router
  .group(() => {
    router.post('/alerts/:id/claim', [AlertsController, 'claim']).as('alerts.claim')
    router.post('/alerts/:id/release', [AlertsController, 'release']).as('alerts.release')
    router.post('/alerts/dismissals', [AlertsController, 'dismiss']).as('alerts.dismiss')
    router.delete('/alerts/dismissals', [AlertsController, 'undo']).as('alerts.undo')
    router.post('/alerts/snoozes', [AlertActsController, 'snooze']).as('alerts.snooze')
    router.delete('/alerts/snoozes', [AlertActsController, 'wake']).as('alerts.wake')
    router.post('/alerts/merges', [AlertActsController, 'merge']).as('alerts.merge')
    router.delete('/alerts/merges', [AlertActsController, 'detach']).as('alerts.detach')
    router.post('/alerts/:id/steps', [AlertActsController, 'step']).as('alerts.step')
  })
  .prefix('/a/:code')
  .where('id', router.matchers.uuid())
  .use([...officerPages(), middleware.may('alerts.triage')])

router
  .group(() => {
    router.get('/alerts/colleagues', [AlertSupervisionController, 'colleagues']).as('alerts.colleagues')
    router.post('/alerts/assignments', [AlertSupervisionController, 'assign']).as('alerts.assign')
    router.post('/alerts/reopenings', [AlertSupervisionController, 'reopen']).as('alerts.reopen')
    router.post('/alerts/suppressions', [AlertSupervisionController, 'suppress']).as('alerts.suppress')
  })
  .prefix('/a/:code')
  .use([...officerPages(), middleware.may('alerts.supervise')])
