import { EventEmitter } from 'node:events'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import type * as Electron from 'electron'

/**
 * A stand-in for the parts of `electron` that the shell uses, typed by Electron's own declarations:
 * `vi.mock('electron', () => import('./testing/electron.ts'))`. It records what it is told; `restart` makes it new.
 */

export const told = {
  switches: [] as string[],
  schemes: [] as Electron.CustomScheme[],
  menu: null as Electron.MenuItemConstructorOptions[] | null,
  openDialogs: [] as Electron.OpenDialogOptions[],
  saveDialogs: [] as Electron.SaveDialogOptions[],
  messages: [] as Electron.MessageBoxOptions[],
}

/** What the person answers, and what the machine is like. */
export const given = {
  chosen: null as string | null,
  onlyInstance: true,
  dark: false,
}

class App extends EventEmitter {
  readonly isPackaged = true
  readonly commandLine = { appendSwitch: (name: string) => void told.switches.push(name) }
  requestSingleInstanceLock = () => given.onlyInstance
  getPath = (name: string) => `/home/ann/${name}`
}
export const app = new App() satisfies Pick<Electron.App, 'isPackaged' | 'requestSingleInstanceLock' | 'getPath'>

export const nativeTheme = {
  get shouldUseDarkColors() {
    return given.dark
  },
} satisfies Pick<Electron.NativeTheme, 'shouldUseDarkColors'>

type PageHandler = (request: Request) => Response | Promise<Response>
const handlers = new Map<string, PageHandler>()
export const protocol = {
  registerSchemesAsPrivileged: (schemes: Electron.CustomScheme[]) => void told.schemes.push(...schemes),
  handle: (scheme: string, handler: PageHandler) => void handlers.set(scheme, handler),
} satisfies Pick<Electron.Protocol, 'registerSchemesAsPrivileged' | 'handle'>

/** What the page gets for an address. */
export async function request(address: string, method = 'GET'): Promise<Response> {
  const handler = handlers.get(address.slice(0, address.indexOf(':')))
  if (!handler) throw new Error(`nobody handles ${address}`)
  return handler({ url: address, method } as Request)
}

type RequestHandler = Parameters<Electron.Session['setPermissionRequestHandler']>[0]
type CheckHandler = Parameters<Electron.Session['setPermissionCheckHandler']>[0]
type DeviceHandler = Parameters<Electron.Session['setDevicePermissionHandler']>[0]
type BeforeRequest = (details: { url: string }, decide: (answer: Electron.CallbackResponse) => void) => void

class FakeSession extends EventEmitter {
  permissionRequest: RequestHandler = null
  permissionCheck: CheckHandler = null
  devicePermission: DeviceHandler = null
  beforeRequest: BeforeRequest | null = null
  webRequest = {
    onBeforeRequest: (handler: BeforeRequest) => {
      this.beforeRequest = handler
    },
  }

  setPermissionRequestHandler(handler: RequestHandler): void {
    this.permissionRequest = handler
  }

  setPermissionCheckHandler(handler: CheckHandler): void {
    this.permissionCheck = handler
  }

  setDevicePermissionHandler(handler: DeviceHandler): void {
    this.devicePermission = handler
  }
}
export const session = { defaultSession: new FakeSession() }

export class WebContents extends EventEmitter {
  readonly mainFrame = { url: 'app://emic/', posted: [] as { channel: string; ports: MessagePortMain[] }[], postMessage: this.post.bind(this) }
  openHandler: ((details: Electron.HandlerDetails) => Electron.WindowOpenHandlerResponse) | null = null
  readonly keys: Electron.KeyboardInputEvent[] = []
  readonly fieldEdits: ('undo' | 'redo')[] = []
  reloads = 0
  sendInputEvent = (event: Electron.KeyboardInputEvent) => void this.keys.push(event)
  undo = () => void this.fieldEdits.push('undo')
  redo = () => void this.fieldEdits.push('redo')
  reload = () => void this.reloads++

  setWindowOpenHandler(handler: NonNullable<WebContents['openHandler']>): void {
    this.openHandler = handler
  }

  private post(channel: string, _: unknown, ports: MessagePortMain[]): void {
    this.mainFrame.posted.push({ channel, ports })
  }
}

export class BrowserWindow extends EventEmitter {
  readonly options: Electron.BrowserWindowConstructorOptions
  readonly webContents = new WebContents()
  readonly did: string[] = []
  bounds: Electron.Rectangle = { x: 10, y: 20, width: 1000, height: 700 }

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super()
    this.options = options
  }

  show = () => void this.did.push('show')
  maximize = () => void this.did.push('maximize')
  focus = () => void this.did.push('focus')
  restore = () => void this.did.push('restore')
  isMinimized = () => true
  isMaximized = () => false
  getNormalBounds = () => this.bounds
  loadURL = async (address: string) => void this.did.push(`load ${address}`)
}

export const Menu = {
  buildFromTemplate: (template: Electron.MenuItemConstructorOptions[]) => template,
  setApplicationMenu(template: Electron.MenuItemConstructorOptions[]): void {
    told.menu = template
  },
}

const withoutWindow = <Options>(args: [unknown, Options] | [Options]): Options => args.at(-1) as Options
export const dialog = {
  async showOpenDialog(...args: [unknown, Electron.OpenDialogOptions] | [Electron.OpenDialogOptions]): Promise<Electron.OpenDialogReturnValue> {
    told.openDialogs.push(withoutWindow(args))
    return { canceled: given.chosen === null, filePaths: given.chosen === null ? [] : [given.chosen] }
  },
  async showSaveDialog(...args: [unknown, Electron.SaveDialogOptions] | [Electron.SaveDialogOptions]): Promise<Electron.SaveDialogReturnValue> {
    told.saveDialogs.push(withoutWindow(args))
    return { canceled: given.chosen === null, filePath: given.chosen ?? '' }
  },
  async showMessageBox(...args: [unknown, Electron.MessageBoxOptions] | [Electron.MessageBoxOptions]): Promise<Electron.MessageBoxReturnValue> {
    told.messages.push(withoutWindow(args))
    return { response: 0, checkboxChecked: false }
  },
}

export const ipcMain = new EventEmitter()

/** Electron's port over Node's: the same delivery by structured clone, the same wait for `start`. */
export class MessagePortMain extends EventEmitter implements Pick<Electron.MessagePortMain, 'postMessage' | 'start' | 'close'> {
  private readonly port: MessagePort

  constructor(port: MessagePort) {
    super()
    this.port = port
    port.on('close', () => this.emit('close'))
  }

  postMessage = (message: unknown) => this.port.postMessage(message)
  start = () => void this.port.on('message', (data: unknown) => this.emit('message', { data, ports: [] }))
  close = () => this.port.close()
}

export class MessageChannelMain {
  readonly port1: MessagePortMain
  readonly port2: MessagePortMain

  constructor() {
    const { port1, port2 } = new MessageChannel()
    this.port1 = new MessagePortMain(port1)
    this.port2 = new MessagePortMain(port2)
  }
}

export function restart(): void {
  for (const list of [told.switches, told.schemes, told.openDialogs, told.saveDialogs, told.messages]) list.length = 0
  told.menu = null
  Object.assign(given, { chosen: null, onlyInstance: true, dark: false })
  handlers.clear()
  app.removeAllListeners()
  ipcMain.removeAllListeners()
  session.defaultSession = new FakeSession()
}
