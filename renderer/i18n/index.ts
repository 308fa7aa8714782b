export { describeAction, describeUndone } from './actions.ts'
export * from './format.ts'
export { i18n, type Language, languageNames, languages, speak } from './i18n.ts'
export { problemOf, sayProblem, tellProblem } from './problems.ts'
