import router from '@adonisjs/core/services/router'
import { administrationPages } from '#start/kernel'

const InvitationsController = () => import('./controllers/users/invitations_controller.js')

/** Opened from a mail, by who cannot sign in yet. GET looks, POST uses it up: mail scanners follow links (T75). */
router
  .group(() => {
    router.get('/invitations/:token', [InvitationsController, 'show']).as('invitations.show')
    router.post('/invitations/:token', [InvitationsController, 'accept']).as('invitations.accept')
  })
  .prefix('/a/:code')
  .where('token', /^[A-Za-z0-9_-]{1,120}$/)
  .use(administrationPages())
