"""A client of Fortnight in Python: an athlete signs up, is planned for, locks, meets a conflict, repairs it and replaces a session; a coach reads twenty
athletes. What is sent and what is answered are typed: `ariadne-codegen` makes the package fortnight of ../operations.graphql and the contract."""

import argparse
import asyncio
import os
from datetime import datetime, timedelta, timezone

from fortnight import Fortnight, GraphQLClientGraphQLMultiError, RepairKind
from websockets.exceptions import ConnectionClosed


def client(url: str, token: str | None = None) -> Fortnight:
    """Sends requests as the owner of a token; without one nobody asks."""
    authorization = {"Authorization": f"Bearer {token}"} if token else {}
    return Fortnight(url=url, headers=authorization, ws_url=url.replace("http", "ws", 1), ws_connection_init_payload=authorization)


def day(ahead: int) -> str:
    return (datetime.now(timezone.utc) + timedelta(days=ahead)).date().isoformat()


async def watch(athlete: Fortnight, run: str) -> None:
    """Prints every decision of a run, and comes back behind the last one when it is cut off."""
    last = 0
    for attempt in range(10):
        try:
            async for event in athlete.watch(run=run, after=last):
                last = event.plan_events.sequence
                print("event", last, event.plan_events.message, flush=True)
            return
        except (ConnectionClosed, OSError):
            print("cut", last, flush=True)
            await asyncio.sleep(0.1 * 2**attempt)
    raise RuntimeError("it is cut off ten times")


async def lock(athlete: Fortnight) -> list[str]:
    """Locks the first session of the plan, and is refused where it goes by a revision that stands no more. Returns the sessions after it."""
    calendar = (await athlete.show()).calendar
    first, *others = [session.id for planned in calendar.days[1:] for session in planned.sessions]
    locked = await athlete.lock(session=first, revision=calendar.revision)
    print("locked", locked.lock_session.query.calendar.revision > calendar.revision)
    try:
        await athlete.lock(session=others[0], revision=calendar.revision)
    except GraphQLClientGraphQLMultiError as error:
        print("refused", error.errors[0].extensions["code"])
    return others


async def replace(athlete: Fortnight, sessions: list[str]) -> None:
    """Has the first session for which there is something else consist of that."""
    for session in sessions:
        alternatives = (await athlete.instead(session=session)).session.alternatives
        if not alternatives:
            continue
        other = alternatives[0].workout
        replaced = await athlete.replace(session=session, workout=other.id)
        print("replaced", replaced.replace_session.session.workout.title == other.title)
        return
    raise RuntimeError("nothing fits in place of any session")


async def repair(athlete: Fortnight) -> None:
    """Locks two hard sessions that cannot stand together, and takes the way out that takes a locked one away."""
    workout = (await athlete.hard()).workouts.nodes[0].id
    put = (await athlete.schedule(first=day(8), second=day(9), workout=workout)).schedule_sessions
    revision, conflicts = put.calendar.revision, []
    for session in put.sessions:
        calendar = (await athlete.lock(session=session.id, revision=revision)).lock_session.query.calendar
        revision, conflicts = calendar.revision, calendar.certificate.conflicts
    way = next(way for way in conflicts[0].repairs if way.kind == RepairKind.REMOVE and way.unlock)
    calendar = (await athlete.repair(token=way.token)).apply_repair.query.calendar
    print("repaired", conflicts[0].message not in [conflict.message for conflict in calendar.certificate.conflicts])


async def main(url: str, email: str, coach: str, password: str) -> None:
    async with client(url) as stranger:
        token = (await stranger.sign_up(email=email, password=password)).sign_up.access_token
    async with client(url, token) as athlete:
        await athlete.begin()
        await watch(athlete, (await athlete.plan(wish="no running on Wednesdays")).generate_plan.run.id)
        await replace(athlete, await lock(athlete))
        await repair(athlete)
    if coach:
        async with client(url) as stranger:
            token = (await stranger.log_in(email=coach, password=password)).log_in.access_token
        async with client(url, token) as reader:
            print("athletes", len((await reader.athletes()).athletes.nodes))


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--url", default="http://127.0.0.1:8080/graphql", help="where the API is")
    arguments.add_argument("--email", default="robin@example.org", help="of the new athlete")
    arguments.add_argument("--coach", default="", help="the address of a coach, who has twenty athletes; none: nothing is read as one")
    given = arguments.parse_args()
    asyncio.run(main(given.url, given.email, given.coach, os.environ["PASSWORD"]))
