/** Listeners of the rooms; each room lists its own. */
import '#app/jobs'
