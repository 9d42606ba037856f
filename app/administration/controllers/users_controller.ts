import type { HttpContext } from '@adonisjs/core/http'
import { listUsers } from '../queries/list_users.js'

export default class UsersController {
  async index({ inertia, i18n }: HttpContext) {
    const users = await listUsers()
    return inertia.render('administration/users', {
      users: users.map((user) => ({
        ...user,
        roles: user.roles.map((role) => i18n.t(`access.role_${role}`)),
      })),
    })
  }
}
