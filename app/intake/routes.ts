import router from '@adonisjs/core/services/router'
import { middleware, officerPages } from '#start/kernel'
import type { TokenScope } from './actions/issue_token.js'

const UploadsController = () => import('./controllers/uploads_controller.js')
const MessagesController = () => import('./controllers/messages_controller.js')
const ApiMessagesController = () => import('./controllers/api_messages_controller.js')
const AnswersController = () => import('./controllers/answers_controller.js')
const ApiEventsController = () => import('./controllers/api_events_controller.js')

const withToken = (scope: TokenScope) => middleware.token(scope)

router
  .group(() => {
    router
      .get('/uploads/new', [UploadsController, 'create'])
      .as('uploads.create')
      .use(middleware.may('messages.submit'))
    router.post('/uploads', [UploadsController, 'store']).as('uploads.store').use(middleware.may('messages.submit'))
    router.get('/uploads/:id', [UploadsController, 'show']).as('uploads.show').use(middleware.may('messages.submit'))
    router.get('/messages', [MessagesController, 'index']).as('messages.index').use(middleware.may('messages.read'))
    router.get('/messages/:id', [MessagesController, 'show']).as('messages.show').use(middleware.may('messages.read'))
    router
      .get('/messages/:id/raw', [MessagesController, 'raw'])
      .as('messages.raw')
      .use(middleware.may('messages.read_raw'))
    router
      .get('/messages/:id/answers/:answer', [AnswersController, 'show'])
      .as('answers.show')
      .use(middleware.may('messages.read_answers'))
    router
      .post('/messages/:id/read-again', [MessagesController, 'readAgain'])
      .as('messages.read_again')
      .use(middleware.may('messages.submit'))
  })
  .prefix('/a/:code')
  .use(officerPages())

/** The machine API: no session, no shield, no page (DECISIONS 9). */
router
  .group(() => {
    router
      .post('/messages', [ApiMessagesController, 'store'])
      .as('api.messages.store')
      .use(withToken('messages:submit'))
    router
      .get('/messages/:id', [ApiMessagesController, 'show'])
      .as('api.messages.show')
      .use(withToken('messages:submit'))
    router
      .get('/messages/:id/answers/:answer', [AnswersController, 'forMachine'])
      .as('api.answers.show')
      .use(withToken('answers'))
    router
      .post('/declarations', [ApiMessagesController, 'store'])
      .as('api.declarations.store')
      .use(withToken('declarations'))
    router
      .get('/declarations/:id', [ApiMessagesController, 'showTold'])
      .as('api.declarations.show')
      .use(withToken('declarations'))
    router.post('/permits', [ApiMessagesController, 'store']).as('api.permits.store').use(withToken('permits'))
    router.get('/permits/:id', [ApiMessagesController, 'showTold']).as('api.permits.show').use(withToken('permits'))
    router
      .post('/examinations', [ApiMessagesController, 'store'])
      .as('api.examinations.store')
      .use(withToken('examinations'))
    router
      .get('/examinations/:id', [ApiMessagesController, 'showTold'])
      .as('api.examinations.show')
      .use(withToken('examinations'))
    router.post('/events', [ApiEventsController, 'store']).as('api.events.store').use(withToken('events'))
  })
  .prefix('/api/v1')
