import { requestAssessments } from '#app/targeting/listeners/request_assessments'
import { setUpTargeting } from '#app/targeting/listeners/set_up_targeting'
import { listen } from '#platform/events/announce'

/** Who hears what: the rooms do not import later rooms, this list joins them. */
listen('administration:created', setUpTargeting)
listen('consignment:revised', requestAssessments)
