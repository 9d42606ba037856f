import { DrainJob, Job, type JobPayload } from '#platform/queue/job'
import { jobRegistry } from '#platform/queue/registry'
import { tenancy } from '#platform/tenancy/tenant_context'

export interface Seen {
  administration: string
  payload: JobPayload
  at: number
}

type Work = (seen: Seen) => Promise<unknown>

const seen: Seen[] = []
let work: Work = async () => {}

/** What probe jobs did in this process, and what they do next. */
export const probes = {
  seen,
  begin(next: Work = async () => {}): void {
    seen.length = 0
    work = next
  },
}

async function record(payload: JobPayload): Promise<unknown> {
  const entry = { administration: tenancy.current().administration.code, payload, at: Date.now() }
  seen.push(entry)
  return work(entry)
}

class ProbeJob extends Job {
  static override readonly jobName = 'probe'
  static override readonly options = { attempts: 3 }

  async execute(payload: JobPayload): Promise<void> {
    await record(payload)
  }
}

/** Answers that rows remain when the work of the probe says true. */
class ProbeDrain extends DrainJob {
  static override readonly jobName = 'probe.drain'
  static override readonly room = 'probe'

  async drain(): Promise<boolean> {
    return (await record({})) === true
  }
}

jobRegistry.register(ProbeJob, ProbeDrain)
