import type { Variable } from '#shared/contract/cases.ts'
import { sameNameKey } from '#shared/model/codeTree.ts'
import { cleanName } from '#shared/model/names.ts'
import { Problem } from '#shared/model/problem.ts'
import { newId } from '../storage/ids.ts'
import type { Project } from '../storage/project.ts'
import { caseQueries } from './queries.ts'
import { listVariables, requireCase } from './rules.ts'
import { cleanCategories, cleanValue, renamedCategory } from './values.ts'

export function variableById(project: Project, id: string): Variable {
  const row = project.use(caseQueries).variable.get(id)
  if (!row) throw new Problem('not-found', { what: 'variable', id })
  return { ...row, categories: JSON.parse(row.categories) as string[] }
}

/** Adds a variable behind the others and returns its id. Only a `category` has categories. */
export function createVariable(project: Project, actor: string, { name, type, categories }: Omit<Variable, 'id'>): string {
  const clean = freeVariableName(project, name, null)
  const id = newId()
  const row = { id, name: clean, type, categories: JSON.stringify(type === 'category' ? cleanCategories(categories) : []) }
  return project.change({ kind: 'variable.create', params: { variable: clean }, coderId: actor }, () => {
    project.use(caseQueries).insertVariable.run(row)
    return id
  })
}

/**
 * Renames a variable or gives it another list of categories. One category that has another name at its old place was renamed, and the
 * cases that have it follow; the values of a category that is no longer there go with it.
 */
export function updateVariable(
  project: Project,
  actor: string,
  id: string,
  fields: { name?: string | undefined; categories?: string[] | undefined },
): void {
  const cases = project.use(caseQueries)
  const before = variableById(project, id)
  const name = fields.name === undefined ? before.name : freeVariableName(project, fields.name, id)
  const categories = before.type === 'category' && fields.categories ? cleanCategories(fields.categories) : before.categories
  const renamed = renamedCategory(before.categories, categories)
  const params = name === before.name ? { variable: before.name } : { variable: before.name, to: name }
  project.change({ kind: 'variable.update', params, coderId: actor }, () => {
    cases.updateVariable.run({ id, name, categories: JSON.stringify(categories) })
    if (before.type !== 'category') return
    for (const { caseId, value } of cases.valuesOf.all(id)) {
      if (renamed && value === renamed.from) cases.setValue.run({ caseId, variableId: id, value: renamed.to })
      else if (!categories.includes(value)) cases.removeValue.run({ caseId, variableId: id })
    }
  })
}

/** Removes a variable with all its values. */
export function removeVariable(project: Project, actor: string, id: string): void {
  const { name } = variableById(project, id)
  project.change({ kind: 'variable.remove', params: { variable: name }, coderId: actor }, () => project.use(caseQueries).removeVariable.run(id))
}

/** Gives a case a value, or takes it away with ''. A category that is new joins the variable's list. */
export function setValue(project: Project, actor: string, caseId: string, variableId: string, value: string): void {
  const cases = project.use(caseQueries)
  const studyCase = requireCase(project, caseId)
  const variable = variableById(project, variableId)
  const clean = cleanValue(variable, value)
  const params = { case: studyCase.name, variable: variable.name, value: clean }
  project.change({ kind: 'case.set-value', params, coderId: actor }, () => {
    if (clean === '') cases.removeValue.run({ caseId, variableId })
    else cases.setValue.run({ caseId, variableId, value: clean })
    if (clean === '' || variable.type !== 'category' || variable.categories.includes(clean)) return
    cases.updateVariable.run({ id: variableId, name: variable.name, categories: JSON.stringify([...variable.categories, clean]) })
  })
}

function freeVariableName(project: Project, name: string, ownId: string | null): string {
  const clean = cleanName(name)
  const key = sameNameKey(clean)
  if (listVariables(project).some((row) => row.id !== ownId && sameNameKey(row.name) === key)) throw new Problem('name-taken', { name: clean })
  return clean
}
