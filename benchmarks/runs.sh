# Simulates and scans scenarios and seeds for the benchmarks; to be sourced by a POSIX shell that has set $root.

# Reads the options before the numbers; $taken says how many words they were.
read_options() {
    simulate_options=
    first=1
    taken=0
    while [ $# -gt 0 ]; do
        case $1 in
            --grammars) simulate_options="--grammars $2" ;;
            --first) first=$2 ;;
            *) break ;;
        esac
        taken=$((taken + 2))
        shift 2
    done
}

# Reads the number of seeds, the scale and the scenarios; $1 are the usual ones.
read_runs() {
    usual=$1
    shift
    seeds=${1:-2}
    scale=${2:-1}
    [ $# -gt 0 ] && shift
    [ $# -gt 0 ] && shift
    scenarios=${*:-$usual}
    work=$(mktemp -d "${TMPDIR:-/tmp}/iolaus-runs.XXXXXX")
    trap 'rm -rf -- "$work"' EXIT
    trap 'exit 130' INT TERM
}

# The command that makes the same runs again; $1 is the benchmark's name.
command_line() {
    printf 'benchmarks/%s %s%s%s %s %s' "$1" "${simulate_options:+$simulate_options }" \
        "$([ "$first" = 1 ] || printf -- '--first %s ' "$first")" "$seeds" "$scale" "$scenarios"
}

build_benchmarks() {
    . "$root/cli/launcher/jdk.sh"
    jdk=$(find_jdk) || { echo "no JDK $needed_java or newer found" >&2; exit 10; }
    build_with "$jdk" -f "$root/pom.xml" -Pbenchmarks -pl cli,benchmarks -am
}

# Makes traffic for every scenario and seed, with "scan" scans it too; $runs are the folders.
for_each_run() {
    runs=
    for scenario in $scenarios; do
        seed=$first
        while [ "$seed" -lt $((first + seeds)) ]; do
            run=$work/$(basename -- "$scenario")-$seed
            echo "$scenario, seed $seed..." >&2
            "$root/iolaus" simulate --scenario "$scenario" --seed "$seed" --scale "$scale" $simulate_options \
                --out "$run/traffic" >/dev/null
            if [ "${1:-}" = scan ]; then
                "$root/iolaus" scan "$run/traffic/"exchanges*.jsonl.zst --accounts "$run/traffic/accounts.jsonl.zst" \
                    --releases "$run/traffic/releases.jsonl" --out "$run/scan" >/dev/null
            fi
            runs="$runs $run"
            seed=$((seed + 1))
        done
    done
}

# The runs' folders of traffic.
traffic_folders() {
    for run in $runs; do
        printf '%s/traffic ' "$run"
    done
}

# Runs a class of the benchmarks, with its arguments.
run_benchmark() {
    "$jdk/bin/java" "-Xmx${IOLAUS_BENCHMARK_HEAP:-3g}" --enable-native-access=ALL-UNNAMED \
        -cp "$root/benchmarks/target/benchmarks.jar" "$@"
}
