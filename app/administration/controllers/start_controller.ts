import type { HttpContext } from '@adonisjs/core/http'
import { developmentSurface } from '#config/app'
import { homeFor } from '#platform/http/navigation'
import { directory } from '#platform/tenancy/directory'

export default class StartController {
  /** `/`: straight to the only administration, else a chooser in demonstrations, else the console. */
  async show({ response, inertia }: HttpContext) {
    const administrations = (await directory.all()).filter((each) => each.state !== 'suspended')
    if (administrations.length === 1) return response.redirect().toPath(`/a/${administrations[0]!.code}/sign-in`)
    const offered = developmentSurface ? administrations.filter((each) => each.demo) : []
    if (offered.length === 0) return response.redirect().toPath('/platform/sign-in')
    return inertia.render('session/sign_in', {
      signInPath: `/a/${offered[0]!.code}/sign-in`,
      administration: null,
      administrations: offered.map((each) => ({ code: each.code, name: each.name, href: `/a/${each.code}/sign-in` })),
      notice: null,
      lockedMinutes: null,
    })
  }

  /** `/a/<code>`: the officer's first page. */
  async home({ response, administration, officer }: HttpContext) {
    return response.redirect().toPath(homeFor(administration!.code, officer))
  }
}
