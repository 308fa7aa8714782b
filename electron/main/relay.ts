import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { type BrowserWindow, type IpcMainEvent, ipcMain, MessageChannelMain, type MessagePortMain } from 'electron'
import { connectChannel, portChannel } from '#electron/shell/channels.ts'
import { isOwnAddress } from './protocol.ts'

type Connect = (port: MessagePort) => void

/** Answers the page's wish for the engine with one end of a channel; the other is relayed into the engine's thread. Nobody else gets one. */
export function setupRelay(ownWindow: () => BrowserWindow | null, connect: Connect): void {
  ipcMain.on(connectChannel, (event) => {
    const frame = event.senderFrame
    if (!frame || !isOwnPage(event, ownWindow())) return
    const { port1, port2 } = new MessageChannelMain()
    relay(port1, connect)
    frame.postMessage(portChannel, null, [port2])
  })
}

/** Whether a message comes from the main frame of the app's own window, showing the app's own page. */
export function isOwnPage({ senderFrame, sender }: Pick<IpcMainEvent, 'senderFrame' | 'sender'>, own: BrowserWindow | null): boolean {
  return own !== null && sender === own.webContents && senderFrame === own.webContents.mainFrame && isOwnAddress(senderFrame.url)
}

/**
 * Joins a page's port to the engine: Electron's ports cannot enter a Node worker, so that each message is handed from one kind to the other,
 * as it is (strings, and bytes where a file travels). Either end's close closes the other.
 */
export function relay(page: MessagePortMain, connect: Connect): void {
  const { port1: engine, port2: engineSide } = new MessageChannel()
  page.on('message', ({ data }) => engine.postMessage(data))
  page.on('close', () => engine.close())
  engine.on('message', (data: unknown) => page.postMessage(data))
  engine.on('close', () => page.close())
  page.start()
  connect(engineSide)
}
