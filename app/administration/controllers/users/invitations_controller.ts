import type { HttpContext } from '@adonisjs/core/http'
import { answerFailure } from '#platform/http/answers'
import { acceptInvitation } from '../../actions/users/accept_invitation.js'
import { findInvitation } from '../../queries/users/find_invitation.js'
import { acceptanceValidator } from '../../validators/users.js'
import { read } from '../form_answers.js'

/** What the link in an invitation opens. */
export default class InvitationsController {
  async show({ inertia, params, administration, response }: HttpContext) {
    const invitation = await findInvitation(params.token, new Date())
    response.header('X-Robots-Tag', 'noindex')
    return inertia.render('session/invitation', {
      administration: { code: administration!.code, name: administration!.name },
      path: `/a/${administration!.code}/invitations/${params.token}`,
      invitation: invitation && { name: invitation.name, email: invitation.email },
    })
  }

  async accept(ctx: HttpContext) {
    const { passwordAgain, ...input } = await read(ctx, acceptanceValidator)
    if (passwordAgain !== input.password) return this.#differ(ctx)
    const accepted = await acceptInvitation(ctx.params.token, input)
    // The page says what became of an invitation that opens nothing.
    if (!accepted.ok && accepted.error.kind === 'not_found')
      return ctx.response
        .redirect()
        .status(303)
        .toPath(`/a/${ctx.administration!.code}/invitations/${ctx.params.token}`)
    if (!accepted.ok) return answerFailure(ctx, accepted.error)
    const portal = accepted.value.filer ? '/filer' : ''
    return ctx.response.redirect().status(303).toPath(`/a/${ctx.administration!.code}${portal}/sign-in?notice=accepted`)
  }

  #differ(ctx: HttpContext) {
    const fields = { passwordAgain: { key: 'administration.passwords_differ', params: {} } }
    return answerFailure(ctx, { kind: 'invalid', fields })
  }
}
