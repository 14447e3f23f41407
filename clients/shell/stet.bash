# bash completion for stet
_stet() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} options
  case $before in
    --format) options="text json jsonl sarif github gitlab junit checkstyle rdjson html"
      [ "${COMP_WORDS[1]}" = facts ] && options="json csv html" ;;
    --fail-on) options="error warning information hint never" ;;
    --stdin-format) options="draft jsonl" ;;
    --diff) options=$(git for-each-ref --format='%(refname:short)' 2>/dev/null) ;;
    --color) options="auto always never" ;;
    --select | --ignore) options="all $(stet rules 2>/dev/null | cut -f1-2 | tr '\t' '\n' | sort -u)" ;;
    --config | --stdin-filename | --baseline) mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    --date | --jobs) return ;;
    *)
      case ${COMP_WORDS[1]} in
        check) options="--format --config --date --stdin-filename --jobs --select --ignore --fail-on --color --diff
          --baseline --write-baseline --fix --dry-run --stdin-format --watch --quiet --statistics --help" ;;
        facts) options="--format --config --date --stdin-filename --jobs --help" ;;
        rules) options="--config --help"
          [[ $word == -* ]] || options=$(stet rules 2>/dev/null | cut -f1) ;;
        test) options="--update --help" ;;
        config) options="--config --schema --help" ;;
        lsp) options="--stdio --help" ;;
        init) options="--help" ;;
      esac
      [ "$COMP_CWORD" -eq 1 ] && options="check facts rules test init config lsp --version --help"
      [[ $COMP_CWORD -gt 1 && $word != -* && ${COMP_WORDS[1]} != rules ]] &&
        { mapfile -t COMPREPLY < <(compgen -f -- "$word"); return; } ;;
  esac
  mapfile -t COMPREPLY < <(compgen -W "$options" -- "$word")
}
complete -o filenames -F _stet stet
