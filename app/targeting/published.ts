import './events.js'

export { DISMISSAL_REASONS } from './dismissal_reasons.js'
export { UNDO_SECONDS } from './policies/alert_policy.js'
export { ALERT_IN_SCOPE, alertInScope, isAlertInScope } from './queries/alert_in_scope.js'
export { headsOfAlerts, type AlertHead } from './queries/heads_of_alerts.js'
export { readFacts } from './queries/read_facts.js'
export { default as TargetingDrain } from './jobs/targeting_drain.js'
export { openAlertsOf, type AlertToAnswer } from './queries/open_alerts_of.js'
