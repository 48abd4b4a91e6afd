export { createFortnight, type Fortnight, type Settings, type Viewer } from './fortnight.js';
export { Session, memoryStore, webStore, type Tokens, type TokenStore } from './session.js';
export { FortnightError, faultOf, type FaultCode, type FieldFault, type Moved } from './fault.js';
export type { Sink } from './resume.js';
