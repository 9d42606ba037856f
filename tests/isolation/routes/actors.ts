import { createOperator } from '#app/control/published'
import { ROLE_TEMPLATES } from '#platform/access/role_templates'
import { cookieNames } from '#config/session'
import type { Side } from '#tests/support/colliding_worlds'
import type { RouteEntry } from '#tests/support/inventory'
import { Visitor } from '#tests/support/visitor'
import { PASSWORD } from '#tests/support/world'
import { mayByMatrix } from '#tests/support/permissions_matrix'
import type { Recipe } from './recipes.js'

const ROLES = ROLE_TEMPLATES.map(({ code }) => code)

/** Roles that the matrix refuses, and lets through, what the route asks for. */
export const rolesWithout = ({ permission }: RouteEntry) => ROLES.filter((role) => !mayByMatrix(role, permission))
export const rolesWith = ({ permission }: RouteEntry) => ROLES.filter((role) => mayByMatrix(role, permission))

/** Where whoever is nobody here gets the form token of a route: each surface has its own. */
export const doorOf = ({ pattern }: RouteEntry, side: Side): string => {
  if (pattern.startsWith('/platform')) return '/platform/sign-in'
  return `${side.place.path}${pattern.startsWith('/a/:code/filer') ? '/filer' : ''}/sign-in`
}

/** Nobody, with a valid form token: the guard must refuse, not the form. */
export async function stranger(side: Side): Promise<Visitor> {
  const visitor = new Visitor()
  await visitor.get(`${side.place.path}/sign-in`)
  return visitor
}

let operatorMade: Promise<void> | undefined

export async function operator(): Promise<Visitor> {
  operatorMade ??= createOperator({
    email: 'operator@example.test',
    name: 'Operator',
    locale: 'en',
    password: PASSWORD,
    requiresSecondFactor: false,
  })
  await operatorMade
  const visitor = new Visitor()
  await visitor.get('/platform/sign-in')
  const answer = await visitor.post('/platform/sign-in', { email: 'operator@example.test', password: PASSWORD })
  if (!answer.location?.endsWith('/platform/administrations'))
    throw new Error(`the operator could not sign in: ${answer.status} ${answer.location}`)
  await visitor.page('/platform/administrations')
  return visitor
}

/** The session of a filer presented under the name of the officers' cookie, and the other way round. */
export async function filerInDisguise(side: Side): Promise<Visitor> {
  const visitor = await side.place.signIn('filer')
  visitor.setCookie(cookieNames.officer, visitor.cookies.get(cookieNames.filer)!)
  return visitor
}
export async function officerAsFiler(side: Side, role: string): Promise<Visitor> {
  const visitor = await side.place.signIn(role)
  visitor.setCookie(cookieNames.filer, visitor.cookies.get(cookieNames.officer)!)
  return visitor
}

/** The console's session presented under the name of the officers' cookie. */
export async function operatorInDisguise(side: Side): Promise<Visitor> {
  const visitor = await operator()
  const session = visitor.cookies.get(cookieNames.operator)!
  await visitor.get(`${side.place.path}/sign-in`)
  visitor.setCookie(cookieNames.officer, session)
  return visitor
}

export const rightful = (side: Side, route: RouteEntry, recipe: Recipe): Promise<Visitor> => {
  if (route.audience === 'operator') return operator()
  if (route.audience !== 'officer' && route.audience !== 'filer') return stranger(side)
  return recipe.fresh || route.stepUp ? side.place.signIn(recipe.as!) : side.place.as(recipe.as!)
}
