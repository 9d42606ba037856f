import router from '@adonisjs/core/services/router'
import { middleware, officerPages } from '#start/kernel'

const CasesController = () => import('./controllers/cases_controller.js')
const CaseActsController = () => import('./controllers/case_acts_controller.js')
const CaseFilesController = () => import('./controllers/case_files_controller.js')

const may = middleware.may
const uuid = router.matchers.uuid()

router
  .group(() => {
    router.get('/cases', [CasesController, 'index']).as('cases.index').use(may('cases.read'))
    router.get('/cases/options', [CasesController, 'options']).as('cases.options').use(may('cases.work'))
    router.get('/cases/:id', [CasesController, 'show']).as('cases.show').where('id', uuid).use(may('cases.read'))
    router.post('/cases', [CasesController, 'store']).as('cases.store').use(may('cases.work'))
    router
      .get('/cases/:id/attachments/:attachment', [CaseFilesController, 'show'])
      .as('cases.attachment')
      .where('id', uuid)
      .where('attachment', uuid)
      .use(may('cases.read'))
    // The workflow asks for the further permission of each act.
    router
      .post('/cases/:id/acts/:act', [CaseActsController, 'move'])
      .as('cases.move')
      .where('id', uuid)
      .where('act', /^[a-z][a-z0-9_]{1,59}$/)
      .use(may('cases.work'))

    router
      .group(() => {
        router.post('/notes', [CaseActsController, 'note']).as('cases.note')
        router.post('/alerts', [CaseActsController, 'alerts']).as('cases.alerts')
        router.post('/alerts/:alert/detach', [CaseActsController, 'detach']).as('cases.detach').where('alert', uuid)
        router.post('/consignments', [CaseActsController, 'consignment']).as('cases.consignment')
        router.post('/links', [CaseActsController, 'link']).as('cases.link')
        router
          .post('/links/:number/remove', [CaseActsController, 'unlink'])
          .as('cases.unlink')
          .where('number', /^\d{1,15}$/)
        router.post('/tasks', [CaseActsController, 'task']).as('cases.task')
        router.post('/tasks/:task/done', [CaseActsController, 'tick']).as('cases.tick').where('task', uuid)
        router.post('/tasks/:task/reopen', [CaseActsController, 'untick']).as('cases.untick').where('task', uuid)
        router.post('/attachments', [CaseFilesController, 'store']).as('cases.attach')
        router.post('/inspections', [CaseActsController, 'order']).as('cases.order').use(may('inspections.order'))
      })
      .prefix('/cases/:id')
      .where('id', uuid)
      .use(may('cases.work'))
  })
  .prefix('/a/:code')
  .use(officerPages())
