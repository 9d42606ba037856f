export { DISMISSAL_REASONS } from './dismissal_reasons.js'
export { UNDO_SECONDS } from './policies/alert_policy.js'
export { readFacts } from './queries/read_facts.js'
export { default as TargetingDrain } from './jobs/targeting_drain.js'
