export { Placeholder as ThemesView } from '#renderer/ui/Placeholder.tsx'
