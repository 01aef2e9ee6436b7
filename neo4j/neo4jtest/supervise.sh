# Runs a server for as long as whoever started this script holds its standard
# input open, so that no server outlives a test, however the test ends.
# The first argument is a folder to remove afterwards, or empty.
trap '' HUP INT TERM
home=$1
shift
exec 3<&0
"$@" 3<&- </dev/null &
server=$!
{ read -r _ <&3; kill -9 "$server"; } 2>/dev/null &
watch=$!
wait "$server"
code=$?
kill -9 "$watch" 2>/dev/null
if [ -n "$home" ]; then rm -rf "$home"; fi
exit "$code"
