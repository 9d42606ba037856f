/** What other rooms may use of workflows as data: the definition their work goes by. */
import './events.js'

export { liveRevision, workflowAt } from './queries/workflow_at.js'
