import { ipcRenderer } from 'electron'
import { connectChannel, portChannel } from '#electron/shell/channels.ts'

/** Hands the page one port into the engine whenever it asks, and nothing else: no object, no function, no name in its world. */

window.addEventListener('message', ({ source, origin, data }) => {
  if (source === window && origin === location.origin && data === connectChannel) ipcRenderer.send(connectChannel)
})

ipcRenderer.on(portChannel, ({ ports }) => window.postMessage(portChannel, location.origin, ports))
