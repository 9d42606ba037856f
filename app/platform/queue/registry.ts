import { Exception } from '@adonisjs/core/exceptions'
import type { JobClass } from './job.js'

const byName = new Map<string, JobClass>()

/** Every job class of the installation; the isolation suite attacks each of them. */
export const jobRegistry = {
  register(...jobs: JobClass[]): void {
    for (const job of jobs) byName.set(job.jobName, job)
  },
  get(name: string): JobClass {
    const job = byName.get(name)
    if (!job) throw new Exception(`No job is called ${name}`, { code: 'E_JOB_UNKNOWN', status: 500 })
    return job
  },
  knows(name: string): boolean {
    return byName.has(name)
  },
  all(): JobClass[] {
    return [...byName.values()]
  },
}
