import { expect, onTestFinished, test } from 'vitest'
import { makeTestEngine, makeTestProject } from './testing.ts'

test('a test project takes documents, undoes them and can be opened again', () => {
  const test = makeTestProject()
  onTestFinished(test.cleanup)
  test.addDocument('A', ['First', ['Ann', '你好😀'], { text: 'two\nlines' }])
  const row = () => test.project.db.prepare('SELECT name, characters, words, turns FROM document').all()
  const full = [{ name: 'A', characters: 5 + 1 + 3 + 1 + 9, words: 4, turns: 3 }]
  expect(row()).toEqual(full)
  test.reopen()
  test.project.undo()
  expect(row()).toEqual([])
  expect(test.project.db.prepare('SELECT count(*) AS n FROM turn').get()).toEqual({ n: 0 })
  test.reopen().redo()
  expect(row()).toEqual(full)
})

test('two engines live in one process', async () => {
  const [one, two] = [makeTestEngine(), makeTestEngine()]
  onTestFinished(one.cleanup)
  onTestFinished(two.cleanup)
  await one.client.coders.create({ name: 'Mei' })
  expect((await one.client.coders.list()).map((coder) => coder.name)).toEqual(['Tester', 'Mei'])
  expect((await two.client.coders.list()).map((coder) => coder.name)).toEqual(['Tester'])
})
