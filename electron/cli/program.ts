import { Command, InvalidArgumentError } from 'commander'
import { say } from './refusals.ts'

/**
 * The commands and their options. Each command's work lies in a file of its own that is loaded when the command is run, so that a short
 * one starts quickly.
 */
export function buildProgram(): Command {
  const program = new Command('emic')
    .description('Qualitative coding and thematic analysis, offline. PROJECT is an .emic file.')
    .exitOverride()
    .configureOutput({ outputError: (text) => say(text.replace(/^error: /u, '')) })
    .showSuggestionAfterError(true)
  projectCommands(program)
  documentCommands(program)
  codingCommands(program)
  matrixCommands(program)
  exchangeCommands(program)
  historyCommands(program)
  return program
}

const json = ['--json', 'print one JSON value'] as const
const asCoder = ['--coder <name>', "who acts (default: the system's user name)"] as const

function projectCommands(program: Command): void {
  program
    .command('new <project>')
    .description('make a project')
    .option('--name <name>', "the study's name (default: the file's)")
    .option('--sample', 'fill it with the sample study')
    .option(...asCoder)
    .option(...json)
    .action(async (file, options) => (await import('./commands/project.ts')).newProject(file, options))
  program
    .command('info <project>')
    .description('counts')
    .option(...json)
    .action(async (file, options) => (await import('./commands/project.ts')).info(file, options))
  program
    .command('check <project>')
    .description('look through the file, every anchor and the matrices')
    .option(...json)
    .action(async (file, options) => (await import('./commands/project.ts')).check(file, options))
  program
    .command('serve [project]')
    .description('the app in the browser, on 127.0.0.1, with a token')
    .option('--port <number>', 'default: the system chooses', whole)
    .action(async (file, options) => (await import('./commands/serve.ts')).serveApp(file, options))
}

function documentCommands(program: Command): void {
  program
    .command('import <project> <files...>')
    .description('texts (.txt .md .docx) and subtitles (.vtt .srt), each in one transaction')
    .option('--kind <kind>', 'interview, focus-group, field-notes, survey-answers, report or other')
    .option('--encoding <label>', 'such as utf-8, gb18030, big5 (default: found out)')
    .option('--speakers <how>', 'auto or none', 'auto')
    .option('--dry-run', 'only say what would be imported')
    .option(...asCoder)
    .option(...json)
    .action(async (file, files, options) => (await import('./commands/import.ts')).importTexts(file, files, options))
  program
    .command('documents <project>')
    .description('list the documents')
    .option(...json)
    .action(async (file, options) => (await import('./commands/lists.ts')).documents(file, options))
  program
    .command('text <project> <document>')
    .description("a document's plain text")
    .action(async (file, document) => (await import('./commands/lists.ts')).text(file, document))
  program
    .command('cases <project>')
    .description('list the cases with their variables')
    .option(...json)
    .action(async (file, options) => (await import('./commands/lists.ts')).cases(file, options))
}

function codingCommands(program: Command): void {
  program
    .command('codes <project>')
    .description('list the codes, as a tree in order')
    .option(...json)
    .action(async (file, options) => (await import('./commands/lists.ts')).codes(file, options))
  program
    .command('codings <project>')
    .description('list the codings, by document and start')
    .option('--document <document>', 'only of this document (repeatable)', gather)
    .option('--code <path>', 'only of this code (repeatable)', gather)
    .option('--coder <name>', 'only by this coder (repeatable)', gather)
    .option(...json)
    .action(async (file, options) => (await import('./commands/lists.ts')).codings(file, options))
  program
    .command('code <project>')
    .description('add codings, with codes as needed, in one transaction')
    .option('--document <document>', 'name or id')
    .option('--start <number>', 'first code point', whole)
    .option('--end <number>', 'code point behind the last', whole)
    .option('--code <path>', 'such as "Barriers > Money"')
    .option('--from <table>', 'a CSV file with the columns document, start, end, code and, if need be, coder')
    .option('--merge', 'join codings of one code and coder that overlap or touch')
    .option(...asCoder)
    .option(...json)
    .action(async (file, options) => (await import('./commands/code.ts')).code(file, options))
}

function matrixCommands(program: Command): void {
  const matrix = program.command('matrix').description('figures')
  cooccurrenceOptions(matrix.command('cooccurrence <project>').description('code by code'))
    .option('--coder <name>', 'only codings by this coder (repeatable)', gather)
    .option(...json)
    .action(async (file, options) => (await import('./commands/matrix.ts')).cooccurrence(file, options))
  crosstabOptions(matrix.command('crosstab <project>').description('codes or themes by group'))
    .option('--coder <name>', 'only codings by this coder (repeatable)', gather)
    .option(...json)
    .action(async (file, options) => (await import('./commands/matrix.ts')).crosstab(file, options))
}

function cooccurrenceOptions(command: Command): Command {
  return command
    .option('--unit <unit>', 'overlap, near:N (characters), turn, paragraph or document', 'overlap')
    .option('--measure <measure>', 'count, c or jaccard; of a crosstab codings, cases, documents or characters')
    .option('--roll-up', 'codes count their sub-codes too')
}

function crosstabOptions(command: Command): Command {
  return command
    .option('--rows <rows>', 'codes or themes', 'codes')
    .option('--columns <columns>', 'document, case, coder, speaker or variable:NAME', 'document')
    .option('--measure <measure>', 'codings, cases, documents or characters', 'codings')
}

function exchangeCommands(program: Command): void {
  const command = program
    .command('export <project> <out>')
    .description('write a file, by its ending: .docx .xlsx .csv .md .svg')
    .option('--what <what>', 'codebook, codings, matrix, crosstab or themes')
    .option('--language <language>', 'of headings and definitions: en or zh-Hans', 'en')
  cooccurrenceOptions(command)
    .option('--rows <rows>', 'of a crosstab: codes or themes')
    .option('--columns <columns>', 'of a crosstab: document, case, coder, speaker or variable:NAME', 'document')
    .option('--cells <cells>', 'of a crosstab: counts or extracts', 'counts')
    .option('--coder <name>', 'only codings by this coder (repeatable)', gather)
    .option(...json)
    .action(async (file, out, options) => (await import('./commands/export.ts')).exportTo(file, out, options))
}

function historyCommands(program: Command): void {
  for (const by of ['undo', 'redo'] as const) {
    program
      .command(`${by} <project> [steps]`)
      .description(by === 'undo' ? 'take back the last change, or the last so many' : 'bring back what was undone')
      .option(...json)
      .action(async (file, steps, options) => (await import('./commands/history.ts')).move(by, file, steps, options))
  }
  program
    .command('log <project>')
    .description('the changes that stand, newest first')
    .option('--all', 'those that were undone too')
    .option(...json)
    .action(async (file, options) => (await import('./commands/history.ts')).log(file, options))
}

function whole(text: string): number {
  if (!/^\d+$/u.test(text)) throw new InvalidArgumentError('A whole number is needed.')
  return Number(text)
}

function gather(text: string, before: string[] | undefined): string[] {
  return [...(before ?? []), text]
}
