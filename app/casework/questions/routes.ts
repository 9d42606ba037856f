import router from '@adonisjs/core/services/router'
import { filerPages, middleware, officerPages } from '#start/kernel'

const CaseQuestionsController = () => import('./controllers/case_questions_controller.js')
const QuestionTermsController = () => import('./controllers/question_terms_controller.js')
const FilerQuestionsController = () => import('./controllers/filer_questions_controller.js')

const uuid = router.matchers.uuid()
/** Of `QUESTION_KINDS`. */
const KIND = /^(?:rfi|rfs|dnl)$/

/** Which act each kind of question is, and who may do it, the workflow of the case says. */
router
  .group(() => {
    router.post('/', [CaseQuestionsController, 'store']).as('cases.ask').use(middleware.may('cases.work'))
    router
      .post('/:question/withdrawal', [CaseQuestionsController, 'withdraw'])
      .as('cases.withdraw_question')
      .use(middleware.may('cases.work'))
    router
      .get('/:question/attachments/:attachment', [CaseQuestionsController, 'file'])
      .as('cases.question_file')
      .use(middleware.may('cases.read'))
  })
  .prefix('/a/:code/cases/:id/questions')
  .where('id', uuid)
  .where('question', uuid)
  .where('attachment', uuid)
  .use(officerPages())

router
  .group(() => {
    router.get('/', [QuestionTermsController, 'show']).as('question_terms.show')
    router.put('/:kind', [QuestionTermsController, 'update']).as('question_terms.update').where('kind', KIND)
  })
  .prefix('/a/:code/administration/questions')
  .use([...officerPages(), middleware.may('settings.manage')])

router
  .group(() => {
    router.get('/', [FilerQuestionsController, 'index']).as('filer.questions.index')
    router.get('/:id', [FilerQuestionsController, 'show']).as('filer.questions.show')
    router.post('/:id/answer', [FilerQuestionsController, 'answer']).as('filer.questions.answer')
    router.post('/:id/attachments', [FilerQuestionsController, 'attach']).as('filer.questions.attach')
    router.get('/:id/attachments/:attachment', [FilerQuestionsController, 'file']).as('filer.questions.file')
  })
  .prefix('/a/:code/filer/questions')
  .where('id', uuid)
  .where('attachment', uuid)
  .use(filerPages())
