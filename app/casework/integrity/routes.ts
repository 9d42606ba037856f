import router from '@adonisjs/core/services/router'
import { middleware, officerPages } from '#start/kernel'

const IntegrityController = () => import('./controllers/integrity_controller.js')

router
  .group(() => {
    router.get('/integrity', [IntegrityController, 'index']).as('integrity.index')
    router.get('/integrity.csv', [IntegrityController, 'export']).as('integrity.export')
  })
  .prefix('/a/:code')
  .use([...officerPages(), middleware.may('integrity.read')])
