import './styles/index.css'
import { createRoot } from 'react-dom/client'
import { Root } from '#renderer/app/index.ts'

createRoot(document.getElementById('app')!).render(<Root />)
