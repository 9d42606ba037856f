import router from '@adonisjs/core/services/router'
import { middleware, officerPages } from '#start/kernel'

const WorkflowsController = () => import('./controllers/workflows_controller.js')

router
  .group(() => {
    router
      .get('/workflows/:subject', [WorkflowsController, 'show'])
      .as('workflows.show')
      .use(middleware.may('workflows.read'))
    router
      .post('/workflows/:subject', [WorkflowsController, 'store'])
      .as('workflows.draft')
      .use(middleware.may('workflows.manage'))
    router
      .post('/workflows/:subject/:revision/publication', [WorkflowsController, 'publish'])
      .as('workflows.publish')
      .where('revision', router.matchers.number())
      .use(middleware.may('workflows.manage'))
  })
  .prefix('/a/:code/administration')
  .use(officerPages())
