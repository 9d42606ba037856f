import { jobRegistry } from '#platform/queue/registry'

/** Every job class of the build. */
jobRegistry.register()
