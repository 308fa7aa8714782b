import { existsSync, mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { dataFolder, projectsFolder, root, userName, version } from './places.ts'

it('finds what is delivered with the program', () => {
  expect(existsSync(join(root, 'migrations', '0001_project.sql'))).toBe(true)
  expect(version()).toMatch(/^\d+\.\d+\.\d+/)
})

it('keeps preferences where each system keeps them, or where EMIC_DATA says', () => {
  const home = '/home/ann'
  expect(dataFolder({ platform: 'linux', env: {}, home })).toBe('/home/ann/.config/Emic')
  expect(dataFolder({ platform: 'linux', env: { XDG_CONFIG_HOME: '/c' }, home })).toBe('/c/Emic')
  expect(dataFolder({ platform: 'darwin', env: {}, home })).toBe('/home/ann/Library/Application Support/Emic')
  expect(dataFolder({ platform: 'win32', env: { APPDATA: '/r' }, home })).toBe('/r/Emic')
  expect(dataFolder({ platform: 'linux', env: { EMIC_DATA: '/d' }, home })).toBe('/d')
})

it('puts a browser’s new projects among the documents where there is such a folder', () => {
  const home = mkdtempSync(join(tmpdir(), 'emic-home-'))
  expect(projectsFolder({ platform: 'linux', env: {}, home })).toBe(join(home, 'Emic'))
  mkdirSync(join(home, 'Documents'))
  expect(projectsFolder({ platform: 'linux', env: {}, home })).toBe(join(home, 'Documents', 'Emic'))
  expect(projectsFolder({ platform: 'linux', env: { EMIC_PROJECTS: '/p' }, home })).toBe('/p')
})

it('always has somebody who acts', () => {
  expect(userName()).not.toBe('')
})
