# fish completion for stet
set -l commands check facts rules test init config lsp
complete -c stet -n "not __fish_seen_subcommand_from $commands" -f -a "$commands"
complete -c stet -n "not __fish_seen_subcommand_from $commands" -l version -d 'Print the version'
complete -c stet -l help -d 'Print help'
set -l drafts "__fish_seen_subcommand_from check facts"
set -l check "__fish_seen_subcommand_from check"
complete -c stet -n "$check" -l format -x -a 'text json jsonl github sarif' -d 'How to report'
complete -c stet -n "__fish_seen_subcommand_from facts" -l format -x -a 'json csv html' -d 'How to print'
complete -c stet -n "$drafts" -l date -x -d 'Publication date where the draft names none'
complete -c stet -n "$drafts" -l stdin-filename -r -d 'What standard input is called'
complete -c stet -n "$drafts" -l jobs -x -d 'Drafts read at once'
complete -c stet -n "$check" -l select -x -a 'all (stet rules | cut -f1)' -d 'Only these rules or families'
complete -c stet -n "$check" -l ignore -x -a '(stet rules | cut -f1)' -d 'Not these rules or families'
complete -c stet -n "$check" -l fail-on -x -a 'error warning information hint never' -d 'Status 1 from this severity on'
complete -c stet -n "$check" -l color -x -a 'auto always never' -d 'Colour'
complete -c stet -n "$check" -l fix -d 'Apply the safe fixes, then check'
complete -c stet -n "$check" -l quiet -d 'Findings alone, no summary'
complete -c stet -n "$check" -l statistics -d 'Count the findings of each rule'
complete -c stet -n "__fish_seen_subcommand_from check facts rules config" -l config -r -d 'This stet.toml and no other'
complete -c stet -n "__fish_seen_subcommand_from rules" -f -a '(stet rules | cut -f1)'
complete -c stet -n "__fish_seen_subcommand_from test" -l update -d 'Write into the pages what the examples gave'
complete -c stet -n "__fish_seen_subcommand_from config" -l schema -d 'Print the JSON Schema'
complete -c stet -n "__fish_seen_subcommand_from lsp" -l stdio -d 'Speak on standard streams'
