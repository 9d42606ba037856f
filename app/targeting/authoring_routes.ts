import router from '@adonisjs/core/services/router'
import { middleware, officerPages } from '#start/kernel'

const WatchListsController = () => import('./controllers/watch_lists_controller.js')
const WatchListEntriesController = () => import('./controllers/watch_list_entries_controller.js')
const ProfilesController = () => import('./controllers/profiles_controller.js')
const ProfileRevisionsController = () => import('./controllers/profile_revisions_controller.js')
const ReferenceListsController = () => import('./controllers/reference_lists_controller.js')

router
  .group(() => {
    router
      .get('/watch-lists', [WatchListsController, 'index'])
      .as('watch_lists.index')
      .use(middleware.may('watch_lists.read'))
    router
      .post('/watch-lists', [WatchListsController, 'store'])
      .as('watch_lists.store')
      .use(middleware.may('watch_lists.manage'))
    router
      .get('/watch-lists/:id', [WatchListsController, 'show'])
      .as('watch_lists.show')
      .use(middleware.may('watch_lists.read'))
    router
      .post('/watch-lists/:id/entries', [WatchListEntriesController, 'store'])
      .as('watch_list_entries.store')
      .use(middleware.may('watch_lists.manage'))
    router
      .post('/watch-lists/:id/entries/:entry/withdrawal', [WatchListEntriesController, 'withdraw'])
      .as('watch_list_entries.withdraw')
      .use(middleware.may('watch_lists.manage'))
      .where('entry', router.matchers.uuid())

    router.get('/profiles', [ProfilesController, 'index']).as('profiles.index').use(middleware.may('profiles.read'))
    router.post('/profiles', [ProfilesController, 'store']).as('profiles.store').use(middleware.may('profiles.author'))
    router
      .post('/profiles/describe', [ProfilesController, 'describe'])
      .as('profiles.describe')
      .use(middleware.may('profiles.read'))
    router.get('/profiles/:id', [ProfilesController, 'show']).as('profiles.show').use(middleware.may('profiles.read'))
    router
      .post('/profiles/:id/revisions', [ProfileRevisionsController, 'store'])
      .as('profile_revisions.store')
      .use(middleware.may('profiles.author'))
    router
      .post('/profiles/:id/revisions/:revision/publish', [ProfileRevisionsController, 'publish'])
      .as('profile_revisions.publish')
      .use([middleware.may('profiles.publish'), middleware.fresh()])
      .where('revision', /^[1-9]\d{0,5}$/)
    router
      .post('/profiles/:id/retirement', [ProfilesController, 'retire'])
      .as('profiles.retire')
      .use(middleware.may('profiles.publish'))
  })
  .prefix('/a/:code')
  .where('id', router.matchers.uuid())
  .use(officerPages())

router
  .group(() => {
    router
      .get('/reference-lists', [ReferenceListsController, 'index'])
      .as('reference_lists.index')
      .use(middleware.may('reference_lists.read'))
    router
      .get('/reference-lists/:list', [ReferenceListsController, 'show'])
      .as('reference_lists.show')
      .use(middleware.may('reference_lists.read'))
    router
      .post('/reference-lists/:list/editions', [ReferenceListsController, 'store'])
      .as('reference_list_editions.store')
      .use(middleware.may('reference_lists.manage'))
  })
  .prefix('/a/:code')
  .use(officerPages())
