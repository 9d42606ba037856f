import { rows } from '#platform/tenancy/database'
import { faultOf } from './fault.js'
import { TROUBLES, worstFirst, type Trouble } from './trouble.js'
import { unwritten } from './unwritten.js'

/** What holds up the work of the current administration now, worst first; nothing when all is well. Never throws. */
export async function systemState(): Promise<Trouble[]> {
  try {
    const written = (await rows<Trouble>(TROUBLES)).map(({ code, since }) => ({ code, since }))
    unwritten.clear('database_away')
    const codes = new Set(written.map(({ code }) => code))
    return worstFirst([...written, ...unwritten.all().filter(({ code }) => !codes.has(code))])
  } catch (error) {
    unwritten.note(faultOf(error) ?? 'database_away')
    return unwritten.all()
  }
}
