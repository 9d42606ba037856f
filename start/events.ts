import '#app/jobs'
import { createFirstAdministrator } from '#app/administration/listeners/create_first_administrator'
import { requestAssessments } from '#app/targeting/listeners/request_assessments'
import { seedDemoWatchLists } from '#app/targeting/listeners/seed_demo_watch_lists'
import { setUpTargeting } from '#app/targeting/listeners/set_up_targeting'
import { listen } from '#platform/events/announce'

/** Who hears what: the rooms do not import later rooms, this list joins them. */
listen('administration:created', createFirstAdministrator)
listen('administration:created', setUpTargeting)
listen('administration:created', seedDemoWatchLists)
listen('consignment:revised', requestAssessments)
