import router from '@adonisjs/core/services/router'
import { middleware, officerPages } from '#start/kernel'

const SendersController = () => import('./controllers/senders_controller.js')

router
  .group(() => {
    router.get('/', [SendersController, 'index']).as('senders.index')
    router.post('/', [SendersController, 'store']).as('senders.store')
    router.get('/:id', [SendersController, 'show']).as('senders.show')
    router.put('/:id', [SendersController, 'update']).as('senders.update')
    router.post('/:id/closing', [SendersController, 'close']).as('senders.close')
    router.post('/:id/reopening', [SendersController, 'reopen']).as('senders.reopen')
  })
  .prefix('/a/:code/administration/senders')
  .where('id', router.matchers.uuid())
  .use([...officerPages(), middleware.may('senders.manage')])
