import type { HttpContext } from '@adonisjs/core/http'
import { deactivateOfficer, issueInvitation, reactivateOfficer, revokeInvitation } from '#app/administration/published'
import type { Result } from '#core/kernel/result'
import { answerDone, answerFailure, notFound, readInput } from '#platform/http/answers'
import { sentence, type Failure } from '#platform/http/failure'
import { languagesOffered } from '#platform/plugins/translations'
import { inviteFiler } from '../actions/invite_filer.js'
import { isFiler, listFilers, listOpenSenders } from '../queries/list_filers.js'
import { filerListValidator, newFilerValidator } from '../validators/people.js'

/** Who answers for the senders of an administration: invited and shut out by its own administrators. */
export default class FilersController {
  async index(ctx: HttpContext) {
    const { sender } = await readInput(ctx, filerListValidator, 'filers')
    const [people, senders] = await Promise.all([listFilers(sender), listOpenSenders()])
    return ctx.inertia.render('administration/filers', {
      people: people.map(({ invitedAt, lastSignInAt, ...person }) => ({
        ...person,
        invitedAt: invitedAt?.toISOString() ?? null,
        lastSignInAt: lastSignInAt?.toISOString() ?? null,
      })),
      senders,
      sender,
      languages: languagesOffered(),
      portal: `/a/${ctx.administration!.code}/filer/sign-in`,
      mayManage: ctx.officer.permissions.has('users.manage'),
    })
  }

  async store(ctx: HttpContext) {
    const invited = await inviteFiler(await readInput(ctx, newFilerValidator(), 'filers'), ctx.officer.id)
    return this.#answer(ctx, invited, 'invited')
  }

  async invite(ctx: HttpContext) {
    await this.#onlyFilers(ctx)
    return this.#answer(ctx, await issueInvitation(ctx.params.id, ctx.officer.id), 'invited')
  }

  async revoke(ctx: HttpContext) {
    await this.#onlyFilers(ctx)
    return this.#answer(ctx, await revokeInvitation(ctx.params.id), 'revoked')
  }

  async deactivate(ctx: HttpContext) {
    await this.#onlyFilers(ctx)
    return this.#answer(ctx, await deactivateOfficer(ctx.params.id, ctx.officer.id), 'deactivated')
  }

  async reactivate(ctx: HttpContext) {
    await this.#onlyFilers(ctx)
    return this.#answer(ctx, await reactivateOfficer(ctx.params.id, ctx.officer.id), 'reactivated')
  }

  async #onlyFilers({ params }: HttpContext): Promise<void> {
    if (!(await isFiler(params.id))) throw notFound()
  }

  #answer(ctx: HttpContext, result: Result<unknown, Failure>, done: string) {
    if (!result.ok) return answerFailure(ctx, result.error)
    return answerDone(ctx, `/a/${ctx.administration!.code}/administration/filers`, sentence(`filers.done_${done}`))
  }
}
