/** For the tests of plugins (`#sdk/testing`): reading messages with sample reference data, and the conformance kit. */
export { registerPluginConformance, summaryOf, type Conformance } from './conformance.js'
export { answersTo, type WrittenAnswer } from './answering.js'
export { bytesOf, firstOf, problemsOf, read, reportOf, type Read } from './reading.js'
export { SAMPLE_REFERENCE } from './sample_reference.js'
