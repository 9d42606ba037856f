import { RECIPES, type Recipe } from './recipes.js'
import { pathOf, type Attempt } from './request.js'
import { routesOf, type RouteEntry } from '#tests/support/inventory'
import type { Side } from '#tests/support/colliding_worlds'
import { isPlanted } from '../surface/planted_routes.js'

/** Routes of the application, without those that a test planted. */
export const routes = routesOf().filter(({ name }) => !isPlanted(name))
export const filerRoutes = routes.filter(({ audience }) => audience === 'filer')
export const officerRoutes = routes.filter(({ audience }) => audience === 'officer')

/** What a guard answers who is nobody here: to the sign-in page, or a bare refusal. */
export const REFUSED = [302, 303, 401]

/** Goes through routes with their recipes; one without a recipe fails in `routes.spec.ts` by its name. */
export async function each(
  list: readonly RouteEntry[],
  work: (route: RouteEntry, recipe: Recipe) => Promise<void>
): Promise<void> {
  for (const route of list) {
    const recipe = RECIPES[route.name]
    if (recipe) await work(route, recipe)
  }
}

/** What a request names, taken from a side. */
export async function attemptOn(
  side: Side,
  route: RouteEntry,
  recipe: Recipe,
  code = side.place.administration.code
): Promise<Attempt> {
  const params = (await recipe.params?.(side)) ?? {}
  return { path: pathOf(route.pattern, code, params, recipe.query?.(side)), body: recipe.body?.(side) }
}

/** Requests of A that name what is B's: everything, and each path parameter by itself. */
export async function foreignAttempts(a: Side, b: Side, route: RouteEntry, recipe: Recipe): Promise<Attempt[]> {
  const [own, theirs] = [(await recipe.params?.(a)) ?? {}, (await recipe.params?.(b)) ?? {}]
  const different = Object.keys(own).filter((name) => own[name] !== theirs[name])
  const mixes = different.length > 1 ? different.map((name) => ({ ...own, [name]: theirs[name]! })) : []
  const body = recipe.body?.(b)
  const asks =
    different.length > 0 ||
    recipe.query?.(a) !== recipe.query?.(b) ||
    JSON.stringify(recipe.body?.(a)) !== JSON.stringify(body)
  return asks
    ? [theirs, ...mixes].map((params) => ({
        path: pathOf(route.pattern, a.place.administration.code, params, recipe.query?.(b)),
        body,
      }))
    : []
}
