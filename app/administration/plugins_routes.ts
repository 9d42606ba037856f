import router from '@adonisjs/core/services/router'
import { middleware, officerPages } from '#start/kernel'

const PluginsController = () => import('./controllers/plugins/plugins_controller.js')

router
  .group(() => {
    router.get('/plugins', [PluginsController, 'index']).as('plugins.index')
    router.get('/plugins/:plugin', [PluginsController, 'show']).as('plugins.show')
    router.put('/plugins/:plugin/settings', [PluginsController, 'settings']).as('plugins.settings')
    router.post('/plugins/:plugin/acceptance', [PluginsController, 'accept']).as('plugins.accept')
    router.post('/plugins/:plugin/disabling', [PluginsController, 'disable']).as('plugins.disable')
    router.post('/plugins/:plugin/enabling', [PluginsController, 'enable']).as('plugins.enable')
  })
  .prefix('/a/:code/administration')
  .where('plugin', /^[a-z][a-z0-9_]{2,39}$/)
  .use([...officerPages(), middleware.may('settings.manage')])
