import { coderHandlers } from './coders/handlers.ts'

/** All handlers, one file a subject; typed against shared/contract. */
export const router = { coders: coderHandlers }
