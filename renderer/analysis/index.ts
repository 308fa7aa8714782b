export { Placeholder as MatrixView } from '#renderer/ui/Placeholder.tsx'
