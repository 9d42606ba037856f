import router from '@adonisjs/core/services/router'
import { officerPages } from '#start/kernel'

const LiveController = () => import('./live_controller.js')

router.get('/a/:code/live', [LiveController, 'stream']).as('live').use(officerPages())
