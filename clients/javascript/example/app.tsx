// An athlete's fortnight: log in, ask for a plan and watch it being made, then lock, replace and take back. The address of the API is that of
// `?api=`; the server names this page's origin in FORTNIGHT_ORIGINS.
import { createFortnight, faultOf, webStore } from '@fortnight/client';
import { fortnightApollo } from '@fortnight/client/apollo';
import {
  AlternativesDocument, ApplyRepairDocument, LockSessionDocument, ReplaceSessionDocument, SetAvailabilityDocument, UndoCalendarChangeDocument, UnlockSessionDocument,
  UpdateProfileDocument, type SessionFragment, type VerdictFragment,
} from '@fortnight/client/documents';
import { FortnightProvider, useCalendar, useFortnight, usePlan, useSession, type CalendarView, type LiveCalendar, type RunEvent } from '@fortnight/client/react';
import { useState, type FormEvent } from 'react';
import { createRoot } from 'react-dom/client';

const url = new URLSearchParams(location.search).get('api') ?? 'http://127.0.0.1:8080/graphql';
const fortnight = createFortnight({ url, tokens: webStore(sessionStorage) });
const apollo = fortnightApollo(fortnight);

function App() {
  const { signedIn, logOut } = useSession();
  return (
    <>
      <header><h1>Fortnight</h1>{signedIn && <button onClick={() => void logOut()}>Log out</button>}</header>
      {signedIn ? <Fortnight /> : <Door />}
    </>
  );
}

// useFault runs what may fail, and keeps what it failed with until the next try.
function useFault() {
  const [fault, setFault] = useState<string>();
  const [busy, setBusy] = useState(false);
  const run = async (what: () => Promise<unknown>) => {
    setBusy(true);
    setFault(undefined);
    try {
      await what();
    } catch (error) {
      const { message, fields } = faultOf(error);
      setFault([message, ...fields.map((field) => `${field.path}: ${field.message}`)].join('\n'));
    }
    setBusy(false);
  };
  return { fault: fault && <p role="alert">{fault}</p>, busy, run };
}

function Door() {
  const { signUp, logIn } = useSession(), fortnight = useFortnight();
  const { fault, busy, run } = useFault();
  const enter = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter);
    const text = (name: string) => String(form.get(name));
    const who = { email: text('email'), password: text('password') };
    void run(async () => {
      if (text('act') === 'logIn') return logIn(who);
      await signUp({ ...who, name: 'Robin', timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone });
      await fortnight.ask(UpdateProfileDocument, { input: { level: 'INTERMEDIATE', thresholdSecondsPerKilometer: 290, ftpWatts: 240, weeklyHours: 6, startingFitness: 42 } });
      return fortnight.ask(SetAvailabilityDocument, { input: { availability: (['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const)
        .map((weekday) => ({ weekday, from: '06:00', to: '21:00' })) } });
    });
  };
  return (
    <form onSubmit={enter}>
      <label>E-mail <input name="email" type="email" autoComplete="username" required /></label>
      <label>Password <input name="password" type="password" autoComplete="current-password" required /></label>
      <button className="main" name="act" value="signUp" disabled={busy}>Sign up</button>
      <button name="act" value="logIn" disabled={busy}>Log in</button>
      {fault}
    </form>
  );
}

function Fortnight() {
  const live = useCalendar();
  const { plan, planning, events, error } = usePlan();
  const { fault, busy, run } = useFault();
  const { calendar } = live;
  return (
    <>
      <form onSubmit={(event) => { event.preventDefault(); void plan({ wish: String(new FormData(event.currentTarget).get('wish')) }); }}>
        <label>What would you like? <input name="wish" defaultValue="no running on Wednesdays, a long ride on Saturday" /></label>
        <button className="main" disabled={planning}>{planning ? 'Planning …' : 'Plan'}</button>
        <button type="button" disabled={busy || !calendar?.viewerCanUndo} onClick={() => void run(() => live.act(UndoCalendarChangeDocument, {}))}>Take back</button>
      </form>
      {error && <p role="alert">{error.message}</p>}
      {live.error && <p role="alert">{live.error.message}</p>}
      {fault}
      {events.length > 0 && <Decisions events={events} />}
      {calendar && <>
        <Verdict certificate={calendar.certificate} repair={(token) => void run(() => live.act(ApplyRepairDocument, { token }))} />
        <Curve calendar={calendar} />
        <ol className="days">
          {calendar.days.map((day) => (
            <li key={day.id}>
              <h3><span>{new Date(`${day.date}T12:00`).toLocaleDateString('en', { weekday: 'short', day: 'numeric' })}</span><span>{day.tss || ''}</span></h3>
              {day.sessions.map((session) => <Session key={session.id} session={session} revision={calendar.revision} act={live.act} run={run} />)}
            </li>
          ))}
        </ol>
      </>}
    </>
  );
}

function Decisions({ events }: { events: readonly RunEvent[] }) {
  return <div className="run" aria-live="polite">{[...events].reverse().map(({ id, sequence, message }) => <p key={id}>{sequence}. {message}</p>)}</div>;
}

function Verdict({ certificate, repair }: { certificate: VerdictFragment; repair(token: string): void }) {
  return (
    <section aria-label="Rules">
      <p><b>{certificate.verdict.replaceAll('_', ' ').toLowerCase()}</b></p>
      {certificate.conflicts.map((conflict) => (
        <div key={conflict.message} role="alert">
          {conflict.message}
          <div className="bar">{conflict.repairs.map(({ token, message }) => token && <button key={token} onClick={() => repair(token)}>{message}</button>)}</div>
        </div>
      ))}
    </section>
  );
}

// Curve draws form over the days, with its zero.
function Curve({ calendar: { days } }: { calendar: CalendarView }) {
  const form = days.map(({ fitness }) => fitness?.form ?? 0), reach = Math.max(10, ...form.map(Math.abs));
  const at = (value: number, n: number) => `${(n / (form.length - 1)) * 700},${50 - (value / reach) * 45}`;
  return (
    <svg viewBox="0 0 700 100" preserveAspectRatio="none" role="img" aria-label={`Form from ${form[0]} to ${form.at(-1)}`}>
      <line x1="0" x2="700" y1="50" y2="50" stroke="var(--line)" />
      <polyline points={form.map(at).join(' ')} fill="none" stroke="var(--accent)" strokeWidth="2.5" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}

function Session({ session, revision, act, run }: { session: SessionFragment; revision: number; act: LiveCalendar['act']; run(what: () => Promise<unknown>): Promise<void> }) {
  const fortnight = useFortnight();
  const { id, lock, workout } = session;
  const replace = async () => {
    const { session: found } = await fortnight.ask(AlternativesDocument, { session: id, first: 1 });
    const other = found?.alternatives[0];
    if (!other) throw new Error('nothing else fits here');
    await act(ReplaceSessionDocument, { sessionId: id, workoutId: other.workout.id, revision });
  };
  return (
    <article className={session.key ? 'key' : ''} data-session={id}>
      {session.start} {workout.title}, {Math.round(workout.durationSeconds / 60)} min{lock && <i> locked</i>}
      <div className="bar">
        {lock
          ? <button onClick={() => void run(() => act(UnlockSessionDocument, { sessionId: id, revision }))}>Unlock</button>
          : <button onClick={() => void run(() => act(LockSessionDocument, { sessionId: id, revision }))}>Lock</button>}
        {!lock && session.status === 'PLANNED' && <button onClick={() => void run(replace)}>Another</button>}
      </div>
    </article>
  );
}

createRoot(document.getElementById('app')!).render(<FortnightProvider fortnight={fortnight} apollo={apollo}><App /></FortnightProvider>);
