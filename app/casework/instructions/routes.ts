import router from '@adonisjs/core/services/router'
import { middleware, officerPages } from '#start/kernel'

const SystemsController = () => import('./controllers/systems_controller.js')
const SystemActsController = () => import('./controllers/system_acts_controller.js')
const ApiInstructionsController = () => import('./controllers/api_instructions_controller.js')

const uuid = router.matchers.uuid()

router
  .group(() => {
    router.get('/', [SystemsController, 'index']).as('systems.index')
    router.post('/', [SystemsController, 'store']).as('systems.store')
    router.get('/:id', [SystemsController, 'show']).as('systems.show')
    router.put('/:id', [SystemsController, 'update']).as('systems.update')
    router.post('/:id/secret', [SystemActsController, 'secret']).as('systems.secret').use(middleware.fresh())
    router.post('/:id/token', [SystemActsController, 'token']).as('systems.token').use(middleware.fresh())
    router
      .post('/:id/tokens/:kid/revocation', [SystemActsController, 'revoke'])
      .as('systems.revoke')
      .where('kid', /^[A-Za-z0-9_-]{1,40}$/)
    router.post('/:id/trial', [SystemActsController, 'test']).as('systems.test')
    router
      .post('/:id/deliveries/:delivery/retry', [SystemActsController, 'retry'])
      .as('systems.retry')
      .where('delivery', uuid)
  })
  .prefix('/a/:code/administration/systems')
  .where('id', uuid)
  .use([...officerPages(), middleware.may('tokens.manage')])

/** The machine API: no session, no shield, no page (DECISIONS 9). */
router
  .group(() => {
    router.get('/:id', [ApiInstructionsController, 'show']).as('api.instructions.show')
    router.post('/:id/acknowledgement', [ApiInstructionsController, 'answer']).as('api.instructions.answer')
  })
  .prefix('/api/v1/instructions')
  .use(middleware.token('instructions'))
