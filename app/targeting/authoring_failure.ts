export { conflict, invalid, sentence, type Failure as AuthoringFailure } from '#platform/http/failure'
