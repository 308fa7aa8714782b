export { ThemesView } from './ThemesView.tsx'
