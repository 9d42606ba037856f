import router from '@adonisjs/core/services/router'
import { middleware, officerPages } from '#start/kernel'

const CourtFilesController = () => import('./controllers/court_files_controller.js')

const uuid = router.matchers.uuid()

router
  .group(() => {
    // What leaves the house takes a fresh proof of who asks (SECURITY section 4).
    router
      .post('/cases/:id/court-files', [CourtFilesController, 'store'])
      .as('cases.court_file')
      .where('id', uuid)
      .use([middleware.may('cases.close'), middleware.fresh()])
    router
      .get('/cases/:id/court-files/:file', [CourtFilesController, 'show'])
      .as('cases.court_file.show')
      .where('id', uuid)
      .where('file', uuid)
      .use([middleware.may('cases.close'), middleware.fresh({ backTo: ({ id }) => `cases/${id}` })])
  })
  .prefix('/a/:code')
  .use(officerPages())
