import router from '@adonisjs/core/services/router'
import { middleware, officerPages } from '#start/kernel'

const CaseReferralsController = () => import('./controllers/case_referrals_controller.js')
const ReferralsController = () => import('./controllers/referrals_controller.js')

const may = middleware.may
const uuid = router.matchers.uuid()

router
  .group(() => {
    router.post('/cases/:id/referrals', [CaseReferralsController, 'store']).as('cases.refer').use(may('cases.refer'))
    router
      .post('/cases/:id/referrals/:referral/withdrawal', [CaseReferralsController, 'withdraw'])
      .as('cases.withdraw_referral')
      .use(may('cases.refer'))
    router
      .get('/cases/:id/referrals/:referral/attachments/:attachment', [CaseReferralsController, 'file'])
      .as('cases.referral_file')
      .use(may('cases.read'))

    router
      .group(() => {
        router.get('/', [ReferralsController, 'index']).as('referrals.index')
        router.get('/:id', [ReferralsController, 'show']).as('referrals.show')
        router.get('/:id/attachments/:attachment', [ReferralsController, 'attachment']).as('referrals.attachment')
        router.post('/:id/attachments', [ReferralsController, 'attach']).as('referrals.attach')
        router.post('/:id/answers', [ReferralsController, 'answer']).as('referrals.answer')
      })
      .prefix('/referrals')
      .use(may('referrals.answer'))
  })
  .prefix('/a/:code')
  .where('id', uuid)
  .where('referral', uuid)
  .where('attachment', uuid)
  .use(officerPages())
