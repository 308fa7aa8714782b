import type { Database } from 'better-sqlite3'
import type { ProjectInfo } from '#shared/contract/projects.ts'

export function projectQueries(db: Database) {
  return {
    insert: db.prepare<{ id: string; name: string; at: string }>('INSERT INTO project (id, name, created_at) VALUES (@id, @name, @at)'),
    name: db.prepare<[], { name: string }>('SELECT name FROM project'),
    rename: db.prepare<{ name: string }>('UPDATE project SET name = @name'),
    info: db.prepare<[], Omit<ProjectInfo, 'file' | 'schema'>>(
      `SELECT p.name,
         (SELECT count(*) FROM document) AS documents,
         (SELECT coalesce(sum(characters), 0) FROM document) AS characters,
         (SELECT coalesce(sum(turns), 0) FROM document) AS turns,
         (SELECT count(*) FROM code) AS codes,
         (SELECT count(*) FROM coding) AS codings,
         (SELECT count(*) FROM coder) AS coders,
         (SELECT count(*) FROM study_case) AS cases,
         (SELECT count(*) FROM variable) AS variables,
         (SELECT count(*) FROM memo) AS memos,
         (SELECT count(*) FROM theme) AS themes
       FROM project p`,
    ),
    schema: db.prepare<[], { user_version: number }>('SELECT user_version FROM pragma_user_version'),
  }
}
