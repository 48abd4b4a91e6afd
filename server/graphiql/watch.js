'use strict';

// Draws a fortnight while it is planned, from the documents of GraphiQL's tabs: LogIn, Calendar, GeneratePlan, Watch and Run.
(async () => {
  const session = createSession(sessionStorage);
  const byId = (id) => document.getElementById(id);
  const config = await (await fetch('/graphiql/config.json')).json();
  const document_ = (name) => config.tabs.find((tab) => new RegExp(`^(query|mutation|subscription) ${name}\\b`, 'm').test(tab.query));
  byId('query').textContent = document_('Watch').query;
  byId('wish').value = JSON.parse(document_('GeneratePlan').variables).wish;

  function say(text, kind) {
    byId('state').textContent = text;
    byId('state').className = kind ?? '';
  }

  const failure = (errors) => errors.map((error) => error.message).join('; ');

  async function post(name, variables) {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/graphql-response+json', ...session.headers({}) },
      body: JSON.stringify({ query: document_(name).query, variables }),
    });
    const answer = await response.json();
    session.learn(answer);
    return answer;
  }

  // Asks as the demo account, which logs in where nobody is or the token has ended.
  async function ask(name, variables) {
    if (!session.accessToken) {
      const entered = await post('LogIn');
      if (entered.errors) throw new Error(failure(entered.errors));
    }
    let answer = await post(name, variables);
    if (answer.errors && !session.accessToken) {
      await post('LogIn');
      answer = await post(name, variables);
    }
    if (answer.errors) {
      const fault = new Error(failure(answer.errors));
      fault.code = answer.errors[0].extensions?.code;
      throw fault;
    }
    return answer.data;
  }

  function element(tag, text, kind) {
    const made = document.createElement(tag);
    if (text) made.textContent = text;
    if (kind) made.className = kind;
    return made;
  }

  // told is a box with what is seen of something; its reason, where there is one, comes with a press, a tap or the Enter key.
  function told(reason, kind, ...seen) {
    const box = element(reason ? 'details' : 'div', '', kind);
    if (!reason) {
      box.append(...seen);
      return box;
    }
    const summary = element('summary');
    summary.append(...seen);
    box.append(summary, element('p', reason));
    return box;
  }

  const dayName = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' });

  function drawDay(day, changed) {
    const item = byId(`day-${day.date}`);
    item.replaceChildren();
    const time = element('time', dayName.format(new Date(`${day.date}T00:00:00Z`)));
    time.dateTime = day.date;
    item.append(time);
    for (const session of day.sessions) {
      const box = told(session.reason, changed ? 'session new' : 'session',
        element('small', `${session.start} · ${session.minutes} min${session.locked ? ' · locked' : ''}`), session.title);
      if (session.sport) box.style.borderLeftColor = `var(--${session.sport})`;
      item.append(box);
    }
    if (day.sessions.length === 0 && day.rest) item.append(told(day.rest, changed ? 'rest new' : 'rest', 'rest'));
  }

  function drawDays(fortnight) {
    byId('days').replaceChildren(...fortnight.days.map((day) => {
      const item = element('li');
      item.id = `day-${day.date}`;
      return item;
    }));
    fortnight.days.forEach((day) => drawDay(day, false));
  }

  function drawDecision(event, fortnight) {
    const list = byId('decisions');
    const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 40;
    const broken = event.check && !event.check.passed && !event.check.insufficientData;
    const item = element('li', '', broken ? 'broken' : '');
    item.append(element('b', String(event.sequence)), element('i', event.stage), element('span', event.message));
    list.append(item);
    if (atEnd) list.scrollTop = list.scrollHeight;
    const { held, broken: missed } = fortnight.checks;
    byId('count').textContent = `${fortnight.decisions}${held + missed > 0 ? `; of ${held + missed} checks told of ${held} hold` : ''}`;
  }

  const socket = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`;

  async function watch(runId, from, days) {
    const fortnight = createFortnight(from, days);
    drawDays(fortnight);
    byId('decisions').replaceChildren();
    history.replaceState(null, '', `?run=${encodeURIComponent(runId)}`);
    const client = graphqlWs.createClient({ url: socket, connectionParams: () => session.headers({}) });
    let last;
    try {
      for await (const answer of client.iterate({ query: document_('Watch').query, variables: { runId } })) {
        if (answer.errors) throw new Error(failure(answer.errors));
        last = answer.data.planEvents;
        const date = fortnight.take(last);
        if (date) drawDay(fortnight.days.find((day) => day.date === date), true);
        drawDecision(last, fortnight);
        say(`${last.stage.toLowerCase()}: ${last.message}`);
      }
    } catch (error) {
      throw Array.isArray(error) ? new Error(failure(error)) : error instanceof Error ? error : new Error(`the stream was closed: ${error.code} ${error.reason}`);
    } finally {
      client.dispose();
    }
    const { planRun } = await ask('Run', { runId });
    if (planRun.applied) fortnight.settle(planRun.calendar);
    drawDays(fortnight);
    say(last.message, planRun.status === 'SUCCEEDED' ? 'good' : 'bad');
  }

  // Does one thing at a time, and says what went wrong with it.
  async function act(what) {
    byId('plan').disabled = true;
    try {
      await what();
    } catch (error) {
      say(error.message, 'bad');
    } finally {
      byId('plan').disabled = false;
    }
  }

  byId('ask').addEventListener('submit', (event) => {
    event.preventDefault();
    act(async () => {
      say('Asking for a plan…');
      const { generatePlan: { run } } = await ask('GeneratePlan', { wish: byId('wish').value });
      await watch(run.id, run.from, run.days);
    });
  });

  await act(async () => {
    const wanted = new URLSearchParams(location.search).get('run');
    const found = wanted && await ask('Run', { runId: wanted }).catch((error) => {
      if (error.code !== 'NOT_FOUND') throw error;
    });
    if (found) return watch(wanted, found.planRun.from, found.planRun.days);
    const { calendar } = await ask('Calendar');
    const fortnight = createFortnight(calendar.from, calendar.days.length);
    fortnight.settle(calendar);
    drawDays(fortnight);
    if (wanted) return say('There is no such run of who is signed in; these are the days as they stand. Press ▶ to have them planned.', 'bad');
    say('These are the days as they stand. Press ▶ to have them planned, and watch every decision.');
  });
})();
