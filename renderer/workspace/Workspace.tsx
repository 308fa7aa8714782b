import type { ProjectInfo } from '#shared/contract/projects.ts'

export function Workspace({ project }: { project: ProjectInfo }) {
  return <h1>{project.name}</h1>
}
