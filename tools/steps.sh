# shellcheck shell=bash
# How ./run shows, stamps and stops its steps. Sourced, not run.

mkdir -p build/log build/stamp
child=
on_screen() { [ -t 1 ] && [ "${TERM:-dumb}" != dumb ]; }
say() { printf '%s\n' "$*"; }
die() { printf 'run: %s\n' "$*" >&2; exit 1; }

# work COMMAND...: runs it in a process group of its own, so that stopping it stops all that it started.
work() {
  set -m
  "$@" </dev/null &
  child=$!
  set +m
}

finish() { local status=0; wait "$child" || status=$?; child=; return $status; }

# INT first: programs know it as "end in good order" and take their own children with them.
stop() {
  trap '' INT TERM HUP
  local signal
  for signal in INT TERM KILL; do
    [ -n "$child" ] && kill -$signal -- "-$child" 2>/dev/null || break
    for _ in {1..50}; do kill -0 -- "-$child" 2>/dev/null || break 2; sleep 0.2; done
  done
  if on_screen; then printf '\r\033[K'; fi
  say "stopped; nothing is half-written, and the next ./run goes on from here" >&2
  exit 130
}
trap stop INT TERM HUP

# step LABEL COMMAND...: one line with the elapsed time while it runs and after; its output goes to build/log.
step() {
  local label=$1 log began=$SECONDS beat=$SECONDS status=0
  log=build/log/${label// /-}.log
  shift
  work "$@" >"$log" 2>&1
  while kill -0 "$child" 2>/dev/null; do
    if on_screen; then
      printf '\r\033[K  %-22s %4d s  %.60s' "$label" $((SECONDS - began)) "$(tail -n 1 "$log" | tr -cd '[:print:]')"
    elif [ $((SECONDS - beat)) -ge 30 ]; then
      beat=$SECONDS
      printf '  %-22s %4d s and running\n' "$label" $((SECONDS - began))
    fi
    sleep 0.2
  done
  finish || status=$?
  if on_screen; then printf '\r\033[K'; fi
  if [ $status -eq 0 ]; then
    printf '  %-22s %4d s\n' "$label" $((SECONDS - began))
  else
    printf '  %-22s %4d s  FAILED (%s):\n' "$label" $((SECONDS - began)) "$log" >&2
    tail -n 40 "$log" | sed 's/^/    /' >&2
  fi
  return $status
}

# live COMMAND...: for commands that show their own progress.
live() { work "$@"; finish; }

# A stamp is the hash of a step's inputs, written when the step has ended well.
unchanged() { mark=$(python3 tools/fingerprint.py "${@:2}") && [ "$(cat "build/stamp/$1" 2>/dev/null)" = "$mark" ]; }
forget() { local name; for name in "$@"; do rm -f "build/stamp/$name"; done; }
remember() { printf '%s\n' "$mark" >"build/stamp/$1.new" && mv "build/stamp/$1.new" "build/stamp/$1"; }
