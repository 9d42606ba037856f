import DrainIntake from '#app/intake/jobs/drain_intake'
import { jobRegistry } from '#platform/queue/registry'

/** Every job class of the build. */
jobRegistry.register(DrainIntake)
