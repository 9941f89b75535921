/**
 * The shell script every child process is started through, so that no child outlives the process that
 * started it, not even after `kill -9`.
 *
 * Standard input is a pipe whose only writer is the parent: it ends when the parent is gone, however it
 * died. A watcher in the background waits for that end, asks the whole process group to stop, and kills it
 * when the grace (`RETORNO_GUARD_GRACE`, seconds) has passed. The script then replaces itself by the real
 * program, so the process id, the signals and the exit code the parent sees are the program's own. Each
 * child is started in a process group of its own (`detached`), which also keeps the terminal's Ctrl-C away
 * from it: the parent decides the order in which things stop.
 */
export const GUARD_SCRIPT = `
exec 3<&0
self=$$
(
  trap '' INT TERM HUP
  while read -r _ <&3; do :; done
  kill -TERM -"$self"
  left=$(( \${RETORNO_GUARD_GRACE:-10} * 5 ))
  while [ "$left" -gt 0 ] && kill -0 "$self"; do left=$(( left - 1 )); sleep 0.2; done
  kill -KILL -"$self"
) >/dev/null 2>&1 &
exec "$@" 3<&- </dev/null
`;
