/** For the tests of plugins (`#sdk/testing`): reading messages with sample reference data. */
export { bytesOf, firstOf, problemsOf, read, reportOf, type Read } from './reading.js'
export { SAMPLE_REFERENCE } from './sample_reference.js'
