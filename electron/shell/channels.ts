/** The two messages between the page's preload script and the shell: the page asks for the engine, and is handed a port. */
export const connectChannel = 'emic:connect'
export const portChannel = 'emic:port'
