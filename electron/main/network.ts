import { app, type Session, session } from 'electron'

/** What a page loads from itself; devtools: is the inspector's own page. */
const ownSchemes = ['app:', 'blob:', 'data:', 'devtools:']

/** To be called before the app is ready: the browser inside fetches nothing by itself either, no components, lists or field trials. */
export function silenceBrowser(): void {
  for (const name of ['disable-background-networking', 'disable-component-update', 'disable-domain-reliability', 'no-pings'])
    app.commandLine.appendSwitch(name)
}

/** Nothing leaves the computer: whatever would is cancelled, whoever asks for it. */
export function setupNoNetwork(own: Session = session.defaultSession): void {
  own.webRequest.onBeforeRequest((details, decide) => decide({ cancel: !ownSchemes.some((scheme) => details.url.startsWith(scheme)) }))
}
