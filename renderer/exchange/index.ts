export { Placeholder as ExportMenu } from '#renderer/ui/Placeholder.tsx'
