import env from '#start/env'
import { Visitor } from '../visitor.js'
import type { Place } from '../world.js'
import { NationalSystem } from './asycuda.js'

const TERMS = { kind: 'customs_system', hears: ['select', 'deselect'], ports: [] as string[], answerMinutes: 30 }
let serial = 0

/** A page that answers a form and shows something this once. */
const once = (visitor: Visitor, path: string) =>
  visitor.send('POST', path, {
    headers: {
      'x-inertia': 'true',
      'x-inertia-version': '1',
      'x-xsrf-token': decodeURIComponent(visitor.cookies.get('XSRF-TOKEN')!),
    },
  })

/** National systems of a test group, connected by an administrator over HTTP; closed with the group. */
export class NationalSystems {
  readonly #open: NationalSystem[] = []

  /** For `group.setup`. */
  listen() {
    env.set('LANDFALL_EGRESS_ALLOW', '127.0.0.1')
    return async () => {
      env.set('LANDFALL_EGRESS_ALLOW', '')
      await Promise.all(this.#open.map((each) => each.close()))
    }
  }

  async connected(place: Place, more: Partial<typeof TERMS> = {}): Promise<NationalSystem> {
    const system = await new NationalSystem(new Visitor().base).listen()
    this.#open.push(system)
    const administrator = await place.as('administrator')
    const base = `${place.path}/administration/systems`
    const terms = { ...TERMS, name: `System ${++serial}`, url: system.url, ...more }
    const path = `${base}/${(await administrator.post(base, terms)).location!.split('/').at(-1)!}`
    system.secret = (await once(administrator, `${path}/secret`)).json.props.value
    system.token = (await once(administrator, `${path}/token`)).json.props.value
    await administrator.put(path, { ...terms, enabled: true })
    return system
  }
}
