import '#app/jobs'
import '#app/retention'
import { followTemplates } from '#app/administration/listeners/follow_templates'
import { createFirstAdministrator } from '#app/administration/listeners/create_first_administrator'
import { beginHistoryChecks } from '#app/cargo_register/listeners/begin_history_checks'
import { isCallInScope, isConsignmentInScope } from '#app/cargo_register/published'
import { isCaseInScope, isOrderInScope } from '#app/casework/published'
import { isReceivedInScope } from '#app/intake/published'
import { isAlertInScope } from '#app/targeting/published'
import { designateFirstRoles } from '#app/notifications/listeners/designate_first_roles'
import {
  tellOfAssignedCase,
  tellOfAnsweredQuestion,
  tellOfDueCase,
  tellOfDueTask,
  tellOfOverdueCase,
  tellOfOverdueTask,
  tellOfLapsedQuestion,
  tellOfMention,
  tellOfReferral,
  tellOfReferralAnswer,
  tellOfReferredCase,
  tellOfTroubledInstruction,
  tellOfTroubledSelection,
  tellOfWaitingCase,
} from '#app/notifications/listeners/tell_of_cases'
import { tellOfDevice } from '#app/notifications/listeners/tell_of_device'
import { tellOfDrafts } from '#app/notifications/listeners/tell_of_drafts'
import { tellOfOrders, tellOfOutcomes, tellOfResults } from '#app/notifications/listeners/tell_of_inspections'
import { tellOfQuarantine } from '#app/notifications/listeners/tell_of_quarantine'
import {
  tellOfEscalatedAlerts,
  tellOfRaisedAlerts,
  tellOfRaisedBands,
  tellOfReweighedAlerts,
} from '#app/notifications/listeners/tell_of_alerts'
import { resultTold } from '#app/casework/inspections/listeners/result_told'
import { countReasons, rememberOrders, rememberResults } from '#app/casework/inspections/listeners/feed_history'
import { casesBegun, casesOfEndedOrders, casesWithResult } from '#app/casework/cases/listeners/follow_orders'
import { casesOfLeftOfficer } from '#app/casework/cases/listeners/officer_left'
import { tellDeselected, tellSelected } from '#app/casework/instructions/listeners/select'
import { instruct } from '#app/casework/instructions/listeners/instruct'
import { questionsOfMovedCase } from '#app/casework/questions/listeners/follow_case'
import { ordersOfLeftCargo } from '#app/casework/inspections/listeners/cargo_left'
import { ordersOfLeftOfficer } from '#app/casework/inspections/listeners/officer_left'
import { alertsOfEndedOrders, alertsOfLeftCargo, alertsOrdered } from '#app/targeting/listeners/follow_orders'
import { beginRetention } from '#app/privacy/listeners/begin_retention'
import { alertsFollowWorkflow } from '#app/targeting/listeners/follow_workflow'
import { wakeSnoozed } from '#app/targeting/listeners/wake_snoozed'
import { weighAgain } from '#app/targeting/listeners/weigh_again'
import { releaseAlerts } from '#app/targeting/listeners/release_alerts'
import { requestAssessments } from '#app/targeting/listeners/request_assessments'
import { seedDemoWatchLists } from '#app/targeting/listeners/seed_demo_watch_lists'
import { setUpTargeting } from '#app/targeting/listeners/set_up_targeting'
import { listen } from '#platform/events/announce'
import { tellsOf } from '#platform/live/subjects'

/** Who hears what: the rooms do not import later rooms, this list joins them. */
listen('administration:created', createFirstAdministrator)
listen('administration:created', setUpTargeting)
listen('administration:created', designateFirstRoles)
listen('administration:created', seedDemoWatchLists)
listen('administration:created', beginRetention)
listen('administration:created', beginHistoryChecks)
listen('administration:upgraded', followTemplates)
listen('consignment:revised', requestAssessments)
listen('consignment:revised', wakeSnoozed)
listen('message:quarantined', tellOfQuarantine)
listen('device:appeared', tellOfDevice)
listen('profile:draft_saved', tellOfDrafts)
listen('inspection:ordered', tellOfOrders)
listen('inspection:ordered', rememberOrders)
listen('inspection:ordered', tellSelected)
listen('inspection:ended', tellDeselected)
listen('examination:told', resultTold)
listen('outcome:recorded', rememberResults)
listen('outcome:recorded', countReasons)
listen('inspection:done', tellOfResults)
listen('outcome:recorded', tellOfOutcomes)
listen('case:assigned', tellOfAssignedCase)
listen('case:mentioned', tellOfMention)
listen('case:referred', tellOfReferredCase)
listen('referral:received', tellOfReferral)
listen('referral:answered', tellOfReferralAnswer)
listen('case:moved', tellOfWaitingCase)
listen('case:moved', instruct)
listen('case:moved', questionsOfMovedCase)
listen('case:due', tellOfDueCase)
listen('case:overdue', tellOfOverdueCase)
listen('task:due', tellOfDueTask)
listen('task:overdue', tellOfOverdueTask)
listen('question:answered', tellOfAnsweredQuestion)
listen('question:lapsed', tellOfLapsedQuestion)
listen('instruction:troubled', tellOfTroubledInstruction)
listen('selection:troubled', tellOfTroubledSelection)
listen('alert:raised', tellOfRaisedAlerts)
listen('alert:band_raised', tellOfRaisedBands)
listen('alert:reweighed', tellOfReweighedAlerts)
listen('alert:escalated', tellOfEscalatedAlerts)
// Orders first: what is missed with its order is not asked again.
listen('event:recorded', ordersOfLeftCargo)
listen('event:recorded', alertsOfLeftCargo)
listen('inspection:ordered', alertsOrdered)
listen('inspection:ended', alertsOfEndedOrders)
listen('inspection:started', casesBegun)
listen('inspection:done', casesWithResult)
listen('inspection:ended', casesOfEndedOrders)
listen('officer:deactivated', releaseAlerts)
listen('officer:deactivated', ordersOfLeftOfficer)
listen('officer:deactivated', casesOfLeftOfficer)
listen('plugins:changed', weighAgain)
listen('workflow:published', alertsFollowWorkflow)

/** Who knows whether a live event concerns an officer's units. */
tellsOf('alert', isAlertInScope)
tellsOf('consignment', isConsignmentInScope)
tellsOf('call', isCallInScope)
tellsOf('message', isReceivedInScope)
// The id of such an event is the consignment it happened to.
tellsOf('event', isConsignmentInScope)
tellsOf('inspection', isOrderInScope)
tellsOf('case', isCaseInScope)
// Units cut cargo, not the audit: whoever reads it reads all of it.
tellsOf('audit', () => Promise.resolve(true))
