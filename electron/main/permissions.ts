import { type Session, session } from 'electron'

/** Copying is the only thing a page may ask for; no camera, place, notification, device. */
const allowed = 'clipboard-sanitized-write'

export function setupPermissions(own: Session = session.defaultSession): void {
  own.setPermissionRequestHandler((_, permission, decide) => decide(permission === allowed))
  own.setPermissionCheckHandler((_, permission) => permission === allowed)
  own.setDevicePermissionHandler(() => false)
}
