import type { ProblemCode, ProblemData } from '#shared/model/problem.ts'

/** What the shell itself says, in its menu and dialogs; everything else is the page's. */
export type Words = {
  file: string
  edit: string
  view: string
  window: string
  newProject: string
  openProject: string
  openSample: string
  close: string
  quit: string
  about: string
  hide: string
  hideOthers: string
  showAll: string
  undo: string
  redo: string
  cut: string
  copy: string
  paste: string
  selectAll: string
  actualSize: string
  zoomIn: string
  zoomOut: string
  fullScreen: string
  minimize: string
  projects: string
  create: string
  untitled: string
  cannotOpen: string
  engineStopped: string
  engineStoppedDetail: string
  /** Why a project could not be opened or made. */
  problem(problem: ProblemData): string
}

type Sentences = Partial<Record<ProblemCode, (params: ProblemData['params']) => string>> & { unexpected: (params: ProblemData['params']) => string }

const englishProblems: Sentences = {
  'project-missing': ({ file }) => `There is no file ${file} any more.`,
  'project-exists': ({ file }) => `${file} is there already. Choose another name.`,
  'project-open-elsewhere': ({ file }) => `${file} is open in another Emic. Close it there first.`,
  'project-not-emic': ({ file }) => `${file} is not an Emic project.`,
  'project-newer': ({ file }) => `${file} was made by a newer Emic. Update Emic to open it.`,
  'project-damaged': ({ file }) => `${file} is damaged and was left as it is.`,
  'folder-read-only': ({ file }) => `Emic may not write where ${file} lies.`,
  'disk-full': () => 'The disk is full.',
  unexpected: ({ message }) => `Something unforeseen happened: ${message ?? ''}`,
}

const chineseProblems: Sentences = {
  'project-missing': ({ file }) => `文件 ${file} 已不存在。`,
  'project-exists': ({ file }) => `${file} 已存在，请换一个名称。`,
  'project-open-elsewhere': ({ file }) => `${file} 已在另一个 Emic 中打开，请先在那里关闭。`,
  'project-not-emic': ({ file }) => `${file} 不是 Emic 项目。`,
  'project-newer': ({ file }) => `${file} 由更新版本的 Emic 创建，请升级后再打开。`,
  'project-damaged': ({ file }) => `${file} 已损坏，未做任何改动。`,
  'folder-read-only': ({ file }) => `没有权限写入 ${file} 所在的文件夹。`,
  'disk-full': () => '磁盘已满。',
  unexpected: ({ message }) => `发生了意外错误：${message ?? ''}`,
}

const sayWith =
  (sentences: Sentences) =>
  ({ code, params }: ProblemData) =>
    (sentences[code] ?? sentences.unexpected)({ message: code, ...params })

const english: Words = {
  file: 'File',
  edit: 'Edit',
  view: 'View',
  window: 'Window',
  newProject: 'New Project…',
  openProject: 'Open Project…',
  openSample: 'Open Sample Study',
  close: 'Close Window',
  quit: 'Quit Emic',
  about: 'About Emic',
  hide: 'Hide Emic',
  hideOthers: 'Hide Others',
  showAll: 'Show All',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select All',
  actualSize: 'Actual Size',
  zoomIn: 'Zoom In',
  zoomOut: 'Zoom Out',
  fullScreen: 'Full Screen',
  minimize: 'Minimize',
  projects: 'Emic projects',
  create: 'Create',
  untitled: 'Untitled study',
  cannotOpen: 'The project could not be opened.',
  engineStopped: 'Emic has to close.',
  engineStoppedDetail: 'A part of it stopped working. Everything up to your last change is saved. The log says more:',
  problem: sayWith(englishProblems),
}

const chinese: Words = {
  file: '文件',
  edit: '编辑',
  view: '视图',
  window: '窗口',
  newProject: '新建项目…',
  openProject: '打开项目…',
  openSample: '打开示例研究',
  close: '关闭窗口',
  quit: '退出 Emic',
  about: '关于 Emic',
  hide: '隐藏 Emic',
  hideOthers: '隐藏其他',
  showAll: '全部显示',
  undo: '撤销',
  redo: '重做',
  cut: '剪切',
  copy: '复制',
  paste: '粘贴',
  selectAll: '全选',
  actualSize: '实际大小',
  zoomIn: '放大',
  zoomOut: '缩小',
  fullScreen: '全屏',
  minimize: '最小化',
  projects: 'Emic 项目',
  create: '创建',
  untitled: '未命名研究',
  cannotOpen: '无法打开项目。',
  engineStopped: 'Emic 需要关闭。',
  engineStoppedDetail: '程序的一部分已停止工作。到最后一次更改为止的内容都已保存。日志中有详细说明：',
  problem: sayWith(chineseProblems),
}

/** By the system's language, as BCP 47: `zh`, `zh-CN`, `zh-Hans-SG` … read Chinese, all others English. */
export function wordsFor(locale: string): Words {
  return /^zh\b/i.test(locale) ? chinese : english
}
