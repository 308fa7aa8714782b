import { oc } from '@orpc/contract'
import { problemSchema } from '../model/problem.ts'

/** Every procedure may refuse with a PROBLEM, whose data says which and of what. */
export const procedure = oc.errors({ PROBLEM: { status: 422, data: problemSchema } })
