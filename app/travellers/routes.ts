import router from '@adonisjs/core/services/router'
import { middleware, officerPages } from '#start/kernel'

const SwitchController = () => import('./controllers/switch_controller.js')

router
  .group(() => {
    router.get('/', [SwitchController, 'show']).as('travellers.switch')
    router.post('/on', [SwitchController, 'on']).as('travellers.switch_on').use(middleware.fresh())
    router.post('/off', [SwitchController, 'off']).as('travellers.switch_off').use(middleware.fresh())
  })
  .prefix('/a/:code/administration/travellers')
  .use([...officerPages(), middleware.may('travellers.manage')])
