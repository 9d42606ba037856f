import router from '@adonisjs/core/services/router'
import { middleware, officerPages } from '#start/kernel'

const NotificationsController = () => import('./controllers/notifications_controller.js')
const NotificationRulesController = () => import('./controllers/notification_rules_controller.js')
const MailStateController = () => import('./controllers/mail_state_controller.js')

/** An officer's own lines and rules need no permission; each kind asks its own. */
router
  .group(() => {
    router.get('/notifications', [NotificationsController, 'index']).as('notifications.index')
    router.get('/notifications/recent', [NotificationsController, 'recent']).as('notifications.recent')
    router.post('/notifications/read', [NotificationsController, 'read']).as('notifications.read')
    router
      .post('/notifications/:id/open', [NotificationsController, 'open'])
      .as('notifications.open')
      .where('id', router.matchers.uuid())
    router.get('/notifications/rules', [NotificationRulesController, 'index']).as('notification_rules.index')
    router.put('/notifications/rules/:kind', [NotificationRulesController, 'update']).as('notification_rules.update')
    router.put('/notifications/schedule', [NotificationRulesController, 'schedule']).as('notification_schedule.update')
    router.delete('/notifications/rules', [NotificationRulesController, 'reset']).as('notification_rules.reset')
  })
  .prefix('/a/:code')
  .use(officerPages())

router
  .group(() => {
    router.get('/administration/notifications', [MailStateController, 'index']).as('mail_state.index')
    router.put('/administration/notifications', [MailStateController, 'update']).as('mail_state.update')
    router
      .post('/administration/notifications/mails/:id/retry', [MailStateController, 'retry'])
      .as('mail_state.retry')
      .where('id', router.matchers.uuid())
  })
  .prefix('/a/:code')
  .use([...officerPages(), middleware.may('settings.manage')])
