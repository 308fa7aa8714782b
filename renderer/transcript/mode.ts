import { create } from 'zustand'

/** Whether keys write into the text or code it. Every document opens for coding. */
export const useMode = create<{ editing: boolean }>()(() => ({ editing: false }))

export function setEditing(editing: boolean): void {
  useMode.setState({ editing })
}

export function toggleEditing(): void {
  useMode.setState(({ editing }) => ({ editing: !editing }))
}
