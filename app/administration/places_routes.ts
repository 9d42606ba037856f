import router from '@adonisjs/core/services/router'
import { middleware, officerPages } from '#start/kernel'

const UnitsController = () => import('./controllers/places/units_controller.js')
const SitesController = () => import('./controllers/places/sites_controller.js')
const AgenciesController = () => import('./controllers/places/agencies_controller.js')
const PlaceActsController = () => import('./controllers/places/place_acts_controller.js')

const manage = () => middleware.may('units.manage')

router
  .group(() => {
    router.get('/units', [UnitsController, 'index']).as('units.index').use(middleware.may('users.read'))
    router.post('/units', [UnitsController, 'store']).as('units.store').use(manage())
    router.get('/units/:id', [UnitsController, 'show']).as('units.show').use(middleware.may('users.read'))
    router.put('/units/:id', [UnitsController, 'update']).as('units.update').use(manage())
    router.post('/sites', [SitesController, 'store']).as('sites.store').use(manage())
    router.get('/sites/:id', [SitesController, 'show']).as('sites.show').use(middleware.may('users.read'))
    router.put('/sites/:id', [SitesController, 'update']).as('sites.update').use(manage())
    router.post('/agencies', [AgenciesController, 'store']).as('agencies.store').use(manage())
    router.get('/agencies/:id', [AgenciesController, 'show']).as('agencies.show').use(middleware.may('users.read'))
    router.put('/agencies/:id', [AgenciesController, 'update']).as('agencies.update').use(manage())

    router.post('/units/:id/members', [PlaceActsController, 'add']).as('units.add_member').use(manage())
    router
      .delete('/units/:id/members/:officer', [PlaceActsController, 'remove'])
      .as('units.remove_member')
      .use(manage())
    router.post('/units/:id/closing', [PlaceActsController, 'close']).as('units.close').use(manage())
    router.post('/units/:id/reopening', [PlaceActsController, 'reopen']).as('units.reopen').use(manage())
    router.post('/sites/:id/members', [PlaceActsController, 'add']).as('sites.add_member').use(manage())
    router
      .delete('/sites/:id/members/:officer', [PlaceActsController, 'remove'])
      .as('sites.remove_member')
      .use(manage())
    router.post('/sites/:id/closing', [PlaceActsController, 'close']).as('sites.close').use(manage())
    router.post('/sites/:id/reopening', [PlaceActsController, 'reopen']).as('sites.reopen').use(manage())
    router.post('/agencies/:id/members', [PlaceActsController, 'add']).as('agencies.add_member').use(manage())
    router
      .delete('/agencies/:id/members/:officer', [PlaceActsController, 'remove'])
      .as('agencies.remove_member')
      .use(manage())
    router.post('/agencies/:id/closing', [PlaceActsController, 'close']).as('agencies.close').use(manage())
    router.post('/agencies/:id/reopening', [PlaceActsController, 'reopen']).as('agencies.reopen').use(manage())
  })
  .prefix('/a/:code/administration')
  .where('id', router.matchers.uuid())
  .where('officer', router.matchers.uuid())
  .use(officerPages())
