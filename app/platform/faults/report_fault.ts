import { forgetHealth, reportFaultHealth } from '#platform/database/health'
import { tenancy } from '#platform/tenancy/tenant_context'
import { FAULTS, faultOf, type Fault } from './fault.js'
import { unwritten } from './unwritten.js'

/** Between two reports of one fault of one administration. */
const EVERY_MS = 5_000

/** When this process last reported, by administration and fault. */
const reported = new Map<string, number>()
/** Administrations whose reports of before this process are known to be gone. */
const settled = new Set<string>()

/**
 * Says on the screens of the current administration that a fault holds up its work, and since when.
 * What is no fault of ours is passed over. Never throws: the error itself is the caller's news.
 */
export async function reportFault(error: unknown): Promise<void> {
  const fault = faultOf(error)
  if (!fault) return
  const { id } = tenancy.current().administration
  settled.delete(id)
  if (performance.now() - (reported.get(`${id}/${fault}`) ?? -Infinity) < EVERY_MS) return unwritten.again(fault)
  reported.set(`${id}/${fault}`, performance.now())
  await reportFaultHealth(`fault_${fault}`).then(
    () => unwritten.clear(fault),
    () => unwritten.note(fault)
  )
}

/** Work of the current administration went well: these faults are over. */
export async function reportWorking(over: readonly Fault[] = FAULTS): Promise<void> {
  const { id } = tenancy.current().administration
  for (const fault of over) {
    unwritten.clear(fault)
    reported.delete(`${id}/${fault}`)
  }
  if (settled.has(id)) return
  await forgetHealth(over.map((fault) => `fault_${fault}` as const))
  if (over === FAULTS) settled.add(id)
}
